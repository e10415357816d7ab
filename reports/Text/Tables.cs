using Spectre.Console;

namespace Compare.Reports;

/// <summary>Tables with names on the left and numbers on the right.</summary>
internal static class Tables
{
    /// <summary>A table whose first columns hold text and the others numbers.</summary>
    public static Table Create(int textColumns, params ReadOnlySpan<string> headers)
    {
        var table = new Table();
        for (var i = 0; i < headers.Length; i++)
        {
            var column = new TableColumn($"[bold]{Markup.Escape(headers[i])}[/]") { NoWrap = true };
            table.AddColumn(i < textColumns ? column : column.RightAligned());
        }

        return table;
    }

    /// <summary>Adds a row of plain texts.</summary>
    public static void Row(this Table table, params ReadOnlySpan<string> cells)
    {
        var escaped = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            escaped[i] = Markup.Escape(cells[i]);
        }

        table.AddRow(escaped);
    }

    /// <summary>A plain text as a cell that stands out where there is colour.</summary>
    public static string InColour(string text, string colour) => $"[{colour}]{Markup.Escape(text)}[/]";
}
