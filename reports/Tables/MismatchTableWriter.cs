using Compare.Comparison;
using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes the mismatches of a check as CSV: one row for each step and measure.</summary>
public static class MismatchTableWriter
{
    /// <summary>Writes the table.</summary>
    /// <param name="mismatches">The mismatches, in the order in which they are written.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    public static void Write(IEnumerable<Mismatch> mismatches, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(mismatches);
        using var csv = CsvWriter.Create(destination, CsvStyle.Options, leaveOpen: false);
        csv.WriteHeader(MismatchColumns.All);
        foreach (var mismatch in mismatches)
        {
            foreach (var cell in MismatchColumns.Cells(mismatch))
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
        }
    }
}
