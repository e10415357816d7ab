using System.Globalization;

namespace Compare.Reports;

/// <summary>Writes a sign-off ledger: RFC 4180, UTF-8 without BOM, LF, rows in ordinal order of the id,
/// those of an id in the order in which they were decided.</summary>
public static class LedgerTableWriter
{
    /// <summary>Writes every row.</summary>
    /// <param name="rows">The rows, in any order but for those of an id.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    public static void Write(IEnumerable<LedgerRow> rows, Stream destination)
    {
        using var csv = CsvTable.Create(destination, LedgerColumns.All);
        foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            csv.Row(
            [
                row.Id,
                (row.IsReplaced ? LedgerColumns.Was : "") + (row.IsAccepted ? LedgerColumns.Accepted : LedgerColumns.Rejected),
                row.By,
                row.Date.ToString(LedgerColumns.DateFormat, CultureInfo.InvariantCulture),
                row.Reason,
                row.Subject,
                row.Change,
                row.Scenarios.ToString(CultureInfo.InvariantCulture),
                row.Evidence,
            ]);
        }
    }
}
