using System.Globalization;
using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes a diff as a table: the key, then <c>column</c>, <c>old</c> and <c>new</c>, one row for each cell that differs.</summary>
/// <remarks>A row that one side alone has is one row whose column is <c>(row)</c>. What stands for many rows has <c>*</c> in the key: a
/// strategy or kernel of one side, with how many rows each side has (<c>(rows)</c>), and a column of one side.</remarks>
public sealed class DiffTableWriter : IDisposable
{
    private const string Any = "*";
    private const string Absent = "absent";
    private const string Present = "present";

    private readonly CsvWriter _csv;
    private readonly ImmutableArray<string> _key;

    /// <summary>Begins a table and writes the header and the rows that stand for many.</summary>
    /// <param name="diff">What the tables came to.</param>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them; such a table is
    /// not read back.</param>
    public DiffTableWriter(TableDiff diff, Stream destination, bool spreadsheetSafe = false)
    {
        _key = diff.Columns.Key;
        _csv = CsvTable.Create(destination, [.. _key, "column", "old", "new"], spreadsheetSafe: spreadsheetSafe);
        foreach (var column in diff.Columns.OnlyOld)
        {
            Write([.. _key.Select(_ => Any)], new CellChange(column, Present, Absent));
        }

        foreach (var column in diff.Columns.OnlyNew)
        {
            Write([.. _key.Select(_ => Any)], new CellChange(column, Absent, Present));
        }

        foreach (var group in diff.Removed.Where(group => group.Column.Length > 0))
        {
            WriteGroup(group, group.Rows, 0);
        }

        foreach (var group in diff.Added.Where(group => group.Column.Length > 0))
        {
            WriteGroup(group, 0, group.Rows);
        }
    }

    /// <summary>Writes a cell that differs.</summary>
    /// <param name="key">The fields of its key.</param>
    /// <param name="cell">The change.</param>
    public void Write(ImmutableArray<string> key, CellChange cell) => _csv.Row([.. key, cell.Column, cell.Old, cell.New]);

    /// <summary>Writes what is still held back, and closes the destination.</summary>
    public void Dispose() => _csv.Dispose();

    private void WriteGroup(OneSideRows group, long oldRows, long newRows) => Write(
        [.. _key.Select(column => column == group.Column ? group.Name : Any)],
        new CellChange("(rows)", oldRows.ToString(CultureInfo.InvariantCulture), newRows.ToString(CultureInfo.InvariantCulture)));
}
