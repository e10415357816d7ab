using System.Globalization;
using Compare.Comparison;
using Compare.Scenarios;
using CsvHelper;

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
        "witness", "left_outcome", "right_outcome", "command", "missed", "surplus",
    ];

    /// <summary>Writes the table.</summary>
    /// <param name="explained">What there is to say.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    public static void Write(ExplainCase explained, Stream destination)
    {
        using var csv = CsvTable.Create(destination, Columns);
        foreach (var pair in explained.Pairs)
        {
            if (pair.Any is null)
            {
                Row(csv, pair, "any", "", "", null, 0);
                continue;
            }

            Row(csv, pair, "any", "", "", pair.Any.Condition, pair.Any.Count);
            foreach (var item in pair.Classes)
            {
                var command = ExplainWords.Command(explained, pair, item.Witness);
                Row(csv, pair, "class", ExplainWords.Of(item.Severity), item.Title, item.Set.Condition, item.Set.Count, item.Witness, command);
            }

            foreach (var difference in pair.Measures)
            {
                foreach (var measure in difference.Measures)
                {
                    Row(csv, pair, "measure", "", OutcomeColumns.Name(measure), difference.Set.Condition, difference.Set.Count);
                }
            }
        }

        if (explained.Smaller is { } smaller)
        {
            Write(smaller, csv);
        }
    }

    private static void Write(ExplainTransfer smaller, CsvWriter csv)
    {
        foreach (var (pair, exceptions) in smaller.Pairs.Zip(smaller.Exceptions))
        {
            foreach (var (item, found) in pair.Classes.Zip(exceptions))
            {
                var severity = ExplainWords.Of(item.Severity);
                Row(csv, pair, smaller.Matrix, severity, item.Title, item.Set.Condition, found.InClass, exceptions: found);
            }
        }
    }

    private static void Row(
        CsvWriter csv,
        PairExplanation pair,
        string part,
        string severity,
        string title,
        Condition? condition,
        int scenarios,
        DifferenceWitness? witness = null,
        string command = "",
        ConditionExceptions? exceptions = null)
    {
        string[] cells =
        [
            pair.IsOfStrategies ? pair.Left.StrategyName : pair.Left.KernelName,
            pair.IsOfStrategies ? pair.Right.StrategyName : pair.Right.KernelName,
            pair.IsOfStrategies ? pair.Left.KernelName : "",
            pair.IsOfStrategies ? "" : pair.Left.StrategyName,
            part,
            severity,
            title,
            Number(scenarios),
            condition is null ? "" : Number(condition.Terms.Length),
            condition is null ? "" : Number(condition.Literals),
            condition is null ? "" : ExplainWords.Of(condition.Proof),
            condition?.ToString() ?? "",
            witness?.Scenario.Id ?? "",
            witness is null ? "" : Outcome(witness, change => change.Left),
            witness is null ? "" : Outcome(witness, change => change.Right),
            command,
            exceptions is null ? "" : Number(exceptions.Missed),
            exceptions is null ? "" : Number(exceptions.Surplus),
        ];
        csv.Row(cells);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cells in which the two sides differ: <c>result=ok; journal_starts=0</c>.</summary>
    private static string Outcome(DifferenceWitness witness, Func<Change, string> side)
        => string.Join("; ", ExplainWords.Changes(witness).Select(change => $"{change.Name}={side(change)}"));
}
