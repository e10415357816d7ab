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

    /// <summary>Writes a line.</summary>
    /// <param name="text">The line; empty for a blank one.</param>
    public void Line(string text = "") => Writer.Write(text + "\n");

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table; its cells are markup.</param>
    public void Table(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table.Border(Colour ? TableBorder.Rounded : TableBorder.Markdown);
        Render(table);
    }

    private void Render(IRenderable renderable)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Colour ? Width : Unbroken;
        console.Profile.Capabilities.Unicode = Colour;
        console.Write(renderable);
        foreach (var line in text.ToString().Trim('\n').Split('\n'))
        {
            Line(line.TrimEnd());
        }
    }
}
