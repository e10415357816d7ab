using Spectre.Console;
using Spectre.Console.Rendering;

namespace Compare.Reports;

/// <summary>Where text is shown: a terminal with colour, or plain text.</summary>
/// <param name="Writer">Takes the text.</param>
/// <param name="Colour">Whether colour and box characters may be used.</param>
/// <param name="Width">Columns of the terminal; plain text is never broken.</param>
public sealed record Screen(TextWriter Writer, bool Colour, int Width)
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">What there is to say.</param>
    public void Write(Document document) => TextRenderer.Write(document, this);

    /// <summary>Writes a line; broken between words where the terminal is too narrow for it.</summary>
    /// <param name="text">The line; empty for a blank one.</param>
    public void Line(string text = "") => Line((Words)text);

    internal void Line(Words line)
    {
        var text = line.Text;
        if (!Colour || (text.Length <= Width && line.Spans.All(span => StyleOf(span.Tone) == Style.Plain)))
        {
            Writer.Write(text + "\n");
            return;
        }

        Render(Styled(line));
    }

    /// <summary>Writes a table; in parts, one below the other, where the terminal is too narrow for it.</summary>
    internal void Table(Table table)
    {
        if (!Colour)
        {
            foreach (var line in PlainTable.Lines(table))
            {
                Writer.Write(line + "\n");
            }

            return;
        }

        var first = true;
        foreach (var part in TableParts.Of(Drawn(table), table.Keys, Width, RenderOptions.Create(Console(TextWriter.Null))))
        {
            if (!first)
            {
                Line();
            }

            first = false;
            Render(part.Border(TableBorder.Rounded));
        }
    }

    private static Spectre.Console.Table Drawn(Table table)
    {
        var drawn = new Spectre.Console.Table();
        for (var i = 0; i < table.Headers.Length; i++)
        {
            var column = new TableColumn(Styled(Words.Strong(table.Headers[i]))) { NoWrap = true };
            drawn.AddColumn(i < table.Texts ? column : column.RightAligned());
        }

        foreach (var row in table.Rows)
        {
            drawn.AddRow(row.Select(Styled));
        }

        return drawn;
    }

    private static Spectre.Console.Paragraph Styled(Words words)
    {
        var styled = new Spectre.Console.Paragraph();
        foreach (var span in words.Spans)
        {
            styled.Append(span.Text, StyleOf(span.Tone));
        }

        return styled;
    }

    /// <summary>The eight colours that every terminal has, under Spectre's names for them.</summary>
    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Pale => new Style(decoration: Decoration.Dim),
        Tone.Call => Color.Teal,
        Tone.Good => Color.Green,
        Tone.Bad => Color.Maroon,
        Tone.Notable => Color.Olive,
        _ => Style.Plain,
    };

    private void Render(IRenderable renderable)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Console(text).Write(renderable);
        foreach (var line in text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            Writer.Write(line + "\n");
        }
    }

    private IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
