using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>The outcomes of a file: what this program wrote, or what was observed.</summary>
public sealed class OutcomeTable
{
    internal OutcomeTable(string path, ImmutableArray<OutcomeRow> rows, ImmutableArray<string> extraColumns)
        => (Path, Rows, ExtraColumns) = (path, rows, extraColumns);

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The rows, at least one, in ordinal order of their key, whatever the order of the file.</summary>
    public ImmutableArray<OutcomeRow> Rows { get; }

    /// <summary>The columns that are no part of an outcome, in the order of the file. Their cells are not kept: report them.</summary>
    public ImmutableArray<string> ExtraColumns { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">A CSV file; decompressed if its name ends in <c>.gz</c>. Columns and rows may stand in any order, lines may end in
    /// CRLF, and a byte order mark may come first.</param>
    /// <exception cref="InputException">Anything else that is not as the format says, with file, line and column.</exception>
    public static OutcomeTable Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var rows = new TableRecords(path, OutcomeColumns.All);
        return new OutcomeReader(rows).Read();
    }
}
