namespace Compare.Reports;

/// <summary>What <c>trace</c> prints of one contender: its events, indented by what holds them, kernel functions on the right.</summary>
public static class TraceReport
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <summary>Further blanks before the other lines of an event.</summary>
    private const int Hanging = 4;

    /// <summary>Columns that the events must have beside the functions; with less room these follow in brackets.</summary>
    private const int LeastText = 56;

    /// <summary>Where the functions begin in plain text, at the most.</summary>
    private const int MostText = 96;

    /// <summary>Writes the report.</summary>
    /// <param name="trace">What happened.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Trace trace, Screen screen)
    {
        WriteHeading(trace, Phrases.Name(trace.Contender), screen);
        WriteLines(trace, screen);
    }

    /// <summary>Whose trace of which scenario.</summary>
    internal static void WriteHeading(Trace trace, string who, Screen screen)
    {
        screen.Line(Words.Strong(who));
        screen.Line(ScenarioLine(trace.Scenario));
    }

    /// <summary>A scenario, with its id where it has one.</summary>
    internal static string ScenarioLine(Scenario scenario)
        => scenario.Id == ScenarioText.DefaultId ? ScenarioText.Print(scenario) : scenario.ToString();

    internal static void WriteLines(Trace trace, Screen screen)
    {
        var sources = trace.Lines.Max(line => line.Source?.ToString().Length ?? 0);
        var widths = trace.Lines.Select(line => line.Source is null ? 0 : (Indent * line.Depth) + line.Text.Length);
        var texts = Math.Min(widths.Max(), MostText);
        var width = screen.Colour ? screen.Width : int.MaxValue;
        var beside = width - sources - Gap >= LeastText;
        var textWidth = beside ? Math.Min(texts, width - sources - Gap) : width;
        foreach (var line in trace.Lines)
        {
            if (line.Kind == TraceLineKind.Step)
            {
                screen.Line();
            }

            var room = line.Source is null ? width : textWidth;
            var text = beside || line.Source is null ? line.Text : $"{line.Text} [{line.Source}]";
            var source = beside ? line.Source?.ToString() : null;
            foreach (var part in Parts(text, Indent * line.Depth, room))
            {
                screen.Line(source is null
                    ? Words.Of(part, ToneOf(line))
                    : Words.Of(part, ToneOf(line)) + new string(' ', textWidth + Gap - part.Length) + Words.Of(source, Tone.Pale));
                source = null;
            }
        }
    }

    /// <summary>The lines of a text. An indent that leaves no room for words is cut.</summary>
    internal static IEnumerable<string> Parts(string text, int indent, int width)
    {
        var first = Math.Min(indent, width / 2);
        return Wrap.Lines(new string(' ', first), Math.Min(first + Hanging, width / 2), Wrap.All(text), width, cuts: true);
    }

    /// <summary>What a line tells.</summary>
    internal static Tone ToneOf(TraceLine line) => line.Kind switch
    {
        TraceLineKind.Step => Tone.Strong,
        _ when line.IsFailure => Tone.Bad,
        TraceLineKind.Call or TraceLineKind.Return or TraceLineKind.Decision => Tone.Call,
        _ => Tone.Plain,
    };
}
