using System.Globalization;

namespace Compare.Reports;

/// <summary>The mismatches of a check as a table: one row for each step and measure.</summary>
public static class MismatchTable
{
    internal static readonly string[] Columns = ["id", "kernel", "strategy", "step", "does", "measure", "observed", "model"];

    /// <summary>Writes the table as CSV.</summary>
    /// <param name="mismatches">The mismatches, in the order in which they are written.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them; such a table is
    /// not read back.</param>
    public static void Write(IEnumerable<Mismatch> mismatches, Stream destination, bool spreadsheetSafe = false)
    {
        using var csv = CsvTable.Create(destination, Columns, spreadsheetSafe: spreadsheetSafe);
        foreach (var mismatch in mismatches)
        {
            csv.Row(Cells(mismatch));
        }
    }

    /// <summary>The cells of a mismatch; a step that did not run is <c>(no such step)</c>, none of a handler's calls is empty.</summary>
    internal static string[] Cells(Mismatch mismatch) =>
    [
        mismatch.Scenario.Id,
        mismatch.Contender.KernelName,
        mismatch.Contender.StrategyName,
        (mismatch.Step + 1).ToString(CultureInfo.InvariantCulture),
        mismatch.Scenario.StepsText.Split(' ')[mismatch.Step],
        OutcomeColumns.Name(mismatch.Measure),
        mismatch.Expected ?? "(no such step)",
        mismatch.Actual ?? "(no such step)",
    ];
}
