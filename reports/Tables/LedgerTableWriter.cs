using System.Globalization;
using Compare.Scenarios;
using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes a sign-off ledger: RFC 4180, UTF-8 without BOM, LF, rows in ordinal order of the id.</summary>
public static class LedgerTableWriter
{
    /// <summary>Writes every row.</summary>
    /// <param name="rows">The rows, in any order; ids unique.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    public static void Write(IEnumerable<LedgerRow> rows, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(destination, CsvStyle.Options, leaveOpen: false);
        csv.WriteHeader(LedgerColumns.All.AsSpan());
        foreach (var row in rows.OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            csv.WriteField(row.Id);
            csv.WriteField(row.IsAccepted ? LedgerColumns.Accepted : LedgerColumns.Rejected);
            csv.WriteField(row.By);
            csv.WriteField(row.Date.ToString(LedgerColumns.DateFormat, CultureInfo.InvariantCulture));
            csv.WriteField(row.Reason);
            csv.WriteField(row.Subject);
            csv.WriteField(row.Change);
            csv.WriteField(row.Scenarios.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(row.Evidence);
            csv.EndRecord();
        }
    }
}
