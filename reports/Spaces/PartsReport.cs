namespace Compare.Reports;

/// <summary>What <c>explain --parts</c> says: what each changed answer of a predicate does, alone and within the whole.</summary>
public static class PartsReport
{
    private static readonly (string Text, Func<PartEffect, int> Of)[] Counts =
    [
        ("breaks", effect => effect[DifferenceKind.Broken]),
        ("repairs", effect => effect[DifferenceKind.Fixed]),
        ("another result in", effect => effect[DifferenceKind.OtherResult]),
        ("another page in", effect => effect[DifferenceKind.Page]),
        ("more journal starts in", effect => effect.More),
        ("fewer journal starts in", effect => effect.Fewer),
        ("other calls, counters, time or blocks in", effect => effect[DifferenceKind.Other]),
    ];

    /// <summary>Makes the report.</summary>
    /// <param name="parts">What there is to say.</param>
    /// <param name="matrix">Name of the matrix.</param>
    /// <param name="where">The filter that narrows it, if any.</param>
    public static Document Of(PredicateParts parts, string matrix, FilterExpression? where)
    {
        var idle = parts.Parts.GroupBy(part => part.Cell).Where(cell => cell.All(part => part.Alone.Smallest is null && part.Within.Smallest is null)).Select(cell => cell.Key).ToArray();
        var table = new Table(["input", "answer", "kernel", "alone", "within the whole", "as in"], Texts: 6, Keys: 3);
        foreach (var cell in parts.Parts.Where(part => !idle.Contains(part.Cell)).GroupBy(part => part.Cell))
        {
            var kernels = cell.GroupBy(part => (Alone: Text(part.Alone), Within: Text(part.Within), Smallest: (part.Alone.Smallest ?? part.Within.Smallest)?.Id)).ToArray();
            foreach (var same in kernels)
            {
                var first = same.First();
                table.Add(
                    cell.Key.ToString(),
                    $"{first.Base} -> {first.Candidate}",
                    kernels.Length == 1 ? "each" : string.Join(", ", same.Select(part => part.Kernel)),
                    same.Key.Alone,
                    same.Key.Within,
                    (first.Alone.Smallest ?? first.Within.Smallest) is { } smallest ? Words.Code(ScenarioText.PrintShort(smallest)) : "-");
            }
        }

        return new(
        [
            new Heading(2, $"{parts.Base} -> {parts.Candidate}, answer by answer, in the scenarios of {Phrases.Matrix(matrix, where)}"),
            .. parts.Parts.IsEmpty ? (Block[])[new Paragraph("The two have the same table.")] :
            [
                .. table.Rows.Count > 0 ? (Block[])[table] : [],
                .. idle.Length == 0 ? (Block[])[] : [new Paragraph($"In no scenario it matters what it answers to {Phrases.List(idle.Select(cell => $"'{cell}'"))}.")],
                new Paragraph($"Alone: {parts.Base} with this one answer of {parts.Candidate}. Within the whole: what {parts.Candidate} would lose without it. Numbers are scenarios; breaks and repairs are by the rules of right and wrong. "
                    + $"{string.Join("; ", PredicateAnswer.All.Select(answer => $"{answer.Letters}: {answer.Text}"))}."),
            ],
        ]);
    }

    private static string Text(PartEffect effect)
    {
        var counts = Counts.Select(count => (count.Text, Number: count.Of(effect))).Where(count => count.Number > 0).ToArray();
        return counts.Length == 0 ? "nothing" : string.Join(", ", counts.Select(count => $"{count.Text} {Phrases.Number(count.Number)}"));
    }
}
