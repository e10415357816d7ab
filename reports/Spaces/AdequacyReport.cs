using System.Globalization;

namespace Compare.Reports;

/// <summary>What <c>space --missing</c> says: which answers a matrix does not tell apart, and which scenarios would.</summary>
public static class AdequacyReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="adequacy">What there is to say.</param>
    /// <param name="matrix">Name of the matrix.</param>
    /// <param name="where">The filter that narrows it, if any.</param>
    public static Document Of(SpaceAdequacy adequacy, string matrix, FilterExpression? where)
    {
        var table = new Table(["input", "answers", "kernel", "untold", "untold with more"], Texts: 3, Keys: 3);
        var cells = adequacy.Pairs.GroupBy(pair => pair.Cell).ToArray();
        var idle = cells.Where(cell => cell.Count() == adequacy.MostPairs && cell.All(pair => pair is { Untold: 1, After: 1 })).Select(cell => $"'{cell.Key}'").ToArray();
        foreach (var cell in cells.Where(cell => !idle.Contains($"'{cell.Key}'")))
        {
            var kernels = cell.GroupBy(pair => pair.Kernel).SelectMany(kernel => kernel
                .GroupBy(pair => (Untold: Share(pair.Untold), After: Share(pair.After)))
                .Select(same => (Kernel: kernel.Key, Answers: string.Join(", ", same.Select(pair => $"{pair.Left}/{pair.Right}")), same.Key)));
            foreach (var row in kernels.GroupBy(item => (item.Answers, item.Key)))
            {
                table.Add(cell.Key.ToString(), row.Key.Answers, string.Join(", ", row.Select(item => item.Kernel)), row.Key.Key.Untold, row.Key.Key.After);
            }
        }

        return new(
        [
            new Heading(2, $"Predicates that differ in one answer, in the scenarios of {Phrases.Matrix(matrix, where)}"),
            .. table.Rows.Count == 0 ? (Block[])[new Paragraph("Every two are told apart.")] :
            [
                table,
                new Paragraph("Untold: of all ways to answer the other inputs, the part for which no scenario tells the two answers apart, as where the input is never asked then. "
                    + (idle.Length == 0 ? "" : $"Never asked, so that any answer will do: {Phrases.List(idle)}. ")
                + $"With more: what is left of it with the scenarios below, found among {Phrases.Number(adequacy.Tried)} random sequences of steps a kernel."),
            ],
            new Heading(3, "Scenarios that are missing"),
            .. adequacy.Missing.IsEmpty ? (Block[])[new Paragraph("None was found.")] : [.. adequacy.Missing.Select(scenario => new Item(Words.Code(ScenarioText.PrintShort(scenario)), "-"))],
            new Paragraph($"Of the {Phrases.Counted(adequacy.Scenarios, "scenario")}, {Phrases.Number(adequacy.Enough)} would do: one for each way in which an outcome depends on the predicate, on these kernels together, and for each rule of the engine. "
                + $"The other {Phrases.Number(adequacy.Scenarios - adequacy.Enough)} add no distinction."),
        ]);
    }

    private static string Share(double share) => share switch
    {
        0 => "none",
        1 => "all",
        _ => share.ToString("0.0 %", CultureInfo.InvariantCulture),
    };
}
