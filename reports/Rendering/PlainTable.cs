namespace Compare.Reports;

/// <summary>Tables in characters, as Markdown has them.</summary>
internal static class PlainTable
{
    /// <summary>The lines of a table, as plain text.</summary>
    public static IEnumerable<string> Lines(Table table)
        => Lines(table.Headers, [.. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())], table.Texts);

    /// <summary>The lines of a table.</summary>
    /// <param name="headers">Names of the columns.</param>
    /// <param name="rows">The rows, each with a cell for each column.</param>
    /// <param name="texts">How many of the first columns hold text; the others have their cells on the right.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<string> headers, IReadOnlyList<string[]> rows, int texts)
    {
        var widths = headers.Select((header, i) => rows.Select(row => row[i].Length).Prepend(header.Length).Prepend(3).Max()).ToArray();
        yield return Line(headers);
        yield return Line(widths.Select((width, i) => i < texts ? new string('-', width) : new string('-', width - 1) + ":"));
        foreach (var row in rows)
        {
            yield return Line(row);
        }

        string Line(IEnumerable<string> cells)
            => $"| {string.Join(" | ", cells.Select((cell, i) => i < texts ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))} |";
    }
}
