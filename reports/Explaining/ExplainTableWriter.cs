using System.Globalization;

namespace Compare.Reports;

/// <summary>
/// Writes explanations as CSV: for each pair a row for any difference, one for each class, worst first, and one for each measure; over a
/// matrix that has a smaller one in it, also one for each class there, with the exceptions to its condition.
/// </summary>
public static class ExplainTableWriter
{
    private static readonly string[] Columns =
    [
        "left", "right", "kernel", "strategy", "part", "severity", "title", "scenarios", "terms", "literals", "proof", "condition",
        "witness", "left_outcome", "right_outcome", "command", "missed", "surplus", "observed",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="explained">What there is to say.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them; such a table is
    /// not read back.</param>
    public static void Write(ExplainCase explained, Stream destination, bool spreadsheetSafe = false)
    {
        using var csv = CsvTable.Create(destination, Columns, spreadsheetSafe: spreadsheetSafe);
        foreach (var row in explained.Pairs.SelectMany(pair => Rows(explained, pair)).Concat(explained.Smaller is { } smaller ? Rows(smaller) : []))
        {
            csv.Row(row);
        }
    }

    private static IEnumerable<string[]> Rows(ExplainCase explained, PairExplanation pair)
    {
        string[] noWitness = ["", "", "", ""];
        string[] noExceptions = ["", "", ""];
        return
        [
            [.. Pair(pair), "any", "", "", .. Set(pair.Any?.Count ?? 0, pair.Any?.Condition), .. noWitness, .. noExceptions],
            .. pair.Classes.Select(item => (string[])
            [
                .. Pair(pair), "class", .. Class(item), .. Set(item.Set.Count, item.Set.Condition),
                item.Witness.Scenario.Id,
                Outcome(item.Witness, change => change.Left),
                Outcome(item.Witness, change => change.Right),
                ExplainWords.Command(explained, pair, item.Witness),
                "", "",
                Number(explained.ShareOf(pair, item).Observed),
            ]),
            .. pair.Measures.SelectMany(difference => difference.Measures.Select(measure => (string[])
            [
                .. Pair(pair), "measure", "", OutcomeColumns.Name(measure), .. Set(difference.Set.Count, difference.Set.Condition),
                .. noWitness, .. noExceptions,
            ])),
        ];
    }

    private static IEnumerable<string[]> Rows(ExplainTransfer smaller) => smaller.Pairs.Zip(smaller.Exceptions).SelectMany(judged =>
        judged.First.Classes.Zip(judged.Second).Select(item => (string[])
        [
            .. Pair(judged.First), smaller.Matrix, .. Class(item.First), .. Set(item.Second.InClass, item.First.Set.Condition),
            "", "", "", "",
            Number(item.Second.Missed), Number(item.Second.Surplus), "",
        ]));

    private static string[] Pair(PairExplanation pair) => pair.IsOfStrategies
        ? [pair.Left.StrategyName, pair.Right.StrategyName, pair.Left.KernelName, ""]
        : [pair.Left.KernelName, pair.Right.KernelName, "", pair.Left.StrategyName];

    private static string[] Class(DifferenceClass item) => [ExplainWords.Of(item.Severity), item.Title];

    private static string[] Set(int scenarios, Condition? condition) => condition is null
        ? [Number(scenarios), "", "", "", ""]
        :
        [
            Number(scenarios), Number(condition.Terms.Length), Number(condition.Literals), ExplainWords.Of(condition.Proof), condition.ToString(),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cells in which the two sides differ: <c>result=ok; journal_starts=0</c>.</summary>
    private static string Outcome(DifferenceWitness witness, Func<Change, string> side)
        => string.Join("; ", ExplainWords.Changes(witness).Select(change => $"{change.Name}={side(change)}"));
}
