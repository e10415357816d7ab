using Spectre.Console;
using Spectre.Console.Rendering;

namespace Compare.Reports;

/// <summary>Where text is shown: a terminal with colour, or plain text.</summary>
/// <param name="Writer">Takes the text.</param>
/// <param name="Colour">Whether colour and box characters may be used.</param>
/// <param name="Width">Columns of the terminal; plain text is never broken.</param>
public sealed record Screen(TextWriter Writer, bool Colour, int Width)
{
    /// <summary>Width that no table reaches.</summary>
    private const int Unbroken = 1000;

    /// <summary>Writes a line; broken between words where the terminal is too narrow for it.</summary>
    /// <param name="text">The line; empty for a blank one.</param>
    public void Line(string text = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Colour && text.Length > Width)
        {
            Render(new Text(text));
        }
        else
        {
            Writer.Write(text + "\n");
        }
    }

    /// <summary>Writes a line that stands out where there is colour.</summary>
    /// <param name="text">The line.</param>
    public void Heading(string text)
    {
        if (Colour)
        {
            Render(new Text(text, new Style(decoration: Decoration.Bold)));
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>Writes a table; in parts, one below the other, where the terminal is too narrow for it.</summary>
    /// <param name="table">The table; its cells are markup.</param>
    /// <param name="keys">How many of its first columns tell which row it is: every part begins with them.</param>
    public void Table(Table table, int keys = 1)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!Colour)
        {
            Render(table.Border(TableBorder.Markdown));
            return;
        }

        var first = true;
        foreach (var part in TableParts.Of(table, keys, Width, RenderOptions.Create(Console(TextWriter.Null))))
        {
            if (!first)
            {
                Line();
            }

            first = false;
            Render(part.Border(TableBorder.Rounded));
        }
    }

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
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Colour ? Width : Unbroken;
        console.Profile.Capabilities.Unicode = Colour;
        return console;
    }
}
