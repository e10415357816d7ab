using System.Globalization;

namespace Compare.Reports;

/// <summary>Writes what is known of each group as CSV.</summary>
public static class ProofTableWriter
{
    private static readonly string[] Columns = ["left_kernel", "left_strategy", "right_kernel", "right_strategy", "mount", "fs", "mapping", "geometry", "thp", "status", "depth", "worlds", "pairs", "witness"];

    /// <summary>Writes the table.</summary>
    /// <param name="proofs">What there is to say.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them.</param>
    public static void Write(IEnumerable<SequenceProof> proofs, Stream destination, bool spreadsheetSafe = false)
    {
        using var csv = CsvTable.Create(destination, Columns, spreadsheetSafe: spreadsheetSafe);
        foreach (var proof in proofs)
        {
            var (left, right) = (proof.Question.Left, proof.Question.Right);
            foreach (var group in proof.Groups)
            {
                csv.Row(
                [
                    left.KernelName, left.StrategyName, right.KernelName, right.StrategyName,
                    .. group.Group.Key,
                    ProofWords.Status(group.Status),
                    .. ((int[])[group.Depth, group.Worlds, group.Pairs]).Select(number => number.ToString(CultureInfo.InvariantCulture)),
                    group.Witness is { } witness ? ScenarioText.PrintShort(witness.ToScenario()) : "",
                ]);
            }
        }
    }
}
