using Spectre.Console;
using Spectre.Console.Rendering;

namespace Compare.Reports;

/// <summary>Cuts a table that is too wide between its columns.</summary>
internal static class TableParts
{
    /// <summary>What a border and the blanks beside a cell take.</summary>
    private const int Frame = 3;

    /// <summary>The table if it fits; else tables with some of its columns each, after the first ones, which they all have.</summary>
    /// <remarks>A column that does not fit even alone has its cells broken into lines.</remarks>
    public static IEnumerable<Spectre.Console.Table> Of(Spectre.Console.Table table, int keys, int width, RenderOptions options)
    {
        var widths = table.Columns.Select((column, i) => Frame + table.Rows
            .Select(row => row[i])
            .Prepend(column.Header)
            .Max(cell => cell.Measure(options, int.MaxValue).Max)).ToArray();
        if (1 + widths.Sum() <= width)
        {
            yield return table;
            yield break;
        }

        var keyWidth = 1 + widths.Take(keys).Sum();
        for (var next = keys; next < widths.Length;)
        {
            var begin = next;
            var used = keyWidth + widths[next++];
            while (next < widths.Length && used + widths[next] <= width)
            {
                used += widths[next++];
            }

            yield return Part(table, [.. Enumerable.Range(0, keys), .. Enumerable.Range(begin, next - begin)], breaks: used > width);
        }
    }

    private static Spectre.Console.Table Part(Spectre.Console.Table table, int[] columns, bool breaks)
    {
        var part = new Spectre.Console.Table();
        foreach (var column in columns.Select(i => table.Columns[i]))
        {
            part.AddColumn(new TableColumn(column.Header) { Alignment = column.Alignment, NoWrap = column.NoWrap && !breaks });
        }

        foreach (var row in table.Rows)
        {
            part.AddRow(columns.Select(i => row[i]));
        }

        return part;
    }
}
