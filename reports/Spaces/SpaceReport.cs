namespace Compare.Reports;

/// <summary>What <c>space</c> says: what every predicate can do, the best ones, and where strategies stand among them.</summary>
public static class SpaceReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="space">What there is to say.</param>
    /// <param name="matrix">Name of the matrix.</param>
    /// <param name="where">The filter that narrows it, if any.</param>
    public static Document Of(SpaceCase space, string matrix, FilterExpression? where) => new(
    [
        new Heading(2, $"Every predicate, in the scenarios of {Phrases.Matrix(matrix, where)}"),
        Counts(space),
        new Paragraph("A predicate is its answer to each input: write or read, VM_SHARED or private, cow_page or not, and the size. Asked: the answer changes what some scenario comes to. "
            + "Groups: tables that differ in some outcome; of all tables at most so many. Safe: no rule about steps is broken in any scenario (compare list rules)."),
        Answers(space),
        new Paragraph(string.Join("; ", PredicateAnswer.All.Select(answer => $"{answer.Letters}: {answer.Text}")) + ". Answers with = between them do the same in every scenario, whatever the other answers. "
            + "At PUD size there is no PMD to split yet: in C such a predicate oopses, here it splits nothing."),
        .. Conflicts(space),
        .. space.Fronts.Select((front, i) => (Front: front, Places: space.Places[i]))
            .GroupBy(item => string.Join('\n', item.Front.Points.SelectMany(point => point.Program.InCSharp)))
            .SelectMany(same => SpaceFrontBlocks.Of([.. same])),
    ]);

    private static Table Counts(SpaceCase space)
    {
        var table = new Table(["kernel", "scenarios", "inputs", "asked", "tables of these", "groups", "safe tables", "safe groups"], Texts: 1);
        foreach (var kernel in space.Kernels)
        {
            long[] counts = [kernel.Scenarios, PredicateCell.All.Length, kernel.Cells.Length, kernel.Tables, kernel.Groups, kernel.Safe, kernel.SafeGroups];
            table.Add([kernel.Kernel, .. counts.Select(count => (Words)Phrases.Number(count))]);
        }

        return table;
    }

    private static Table Answers(SpaceCase space)
    {
        var table = new Table(["input", "kernel", "safe answers", "unsafe, and the rule broken", "asked in, for one"], Texts: 5, Keys: 2);
        foreach (var cell in PredicateCell.All)
        {
            var kernels = space.Kernels
                .SelectMany(kernel => kernel.Cells.Where(item => item.Cell == cell).Select(item => (kernel.Kernel, Row: Row(item))))
                .GroupBy(item => string.Join('\n', item.Row))
                .ToArray();
            foreach (var same in kernels)
            {
                var names = same.Count() == space.Kernels.Length ? "each" : string.Join(", ", same.Select(item => item.Kernel));
                table.Add([cell.ToString(), names, .. same.First().Row.Select(text => (Words)text)]);
            }
        }

        return table;
    }

    private static string[] Row(CellAnswers cell) =>
    [
        string.Join(", ", cell.Answers.Where(same => same.IsSafe).Select(Same)),
        string.Join(", ", cell.Answers.Where(same => !same.IsSafe).Select(same => $"{Same(same)} {same.Breaks?.Id ?? "several"}")),
        ScenarioText.PrintShort(cell.Smallest),
    ];

    private static string Same(SameAnswers same) => string.Join('=', same.Answers);

    private static IEnumerable<Block> Conflicts(SpaceCase space)
    {
        var kernels = space.Kernels.Where(kernel => !kernel.Conflicts.IsEmpty || kernel.HasLargerConflicts).ToArray();
        if (kernels.Length == 0)
        {
            return [new Paragraph(space.Kernels.All(kernel => kernel.Safe > 0) ? "Whatever is safe alone is safe together." : "No table is safe on each kernel.")];
        }

        return kernels.SelectMany(kernel => (Block[])
        [
            new Paragraph($"Safe alone and not together, on {kernel.Kernel}:"),
            .. kernel.Conflicts
                .GroupBy(conflict => (conflict.Left, conflict.LeftAnswer, conflict.Right, conflict.Breaks, conflict.Witness))
                .Select(same => new Item(
                    $"{same.Key.Left}: {same.Key.LeftAnswer}, with {same.Key.Right}: {string.Join(" or ", same.Select(conflict => conflict.RightAnswer))}"
                    + (same.Key is { Breaks: { } rule, Witness: { } witness } ? $"; {rule.Id}, as in " + Words.Code(ScenarioText.PrintShort(witness)) : ""),
                    "-")),
            .. kernel.HasLargerConflicts ? (Block[])[new Item("and combinations of more than two answers", "-")] : [],
        ]);
    }
}
