using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>What <c>trace</c> prints of one contender: its events, indented by what holds them, kernel functions on the right.</summary>
public static class TraceReport
{
    private const int Indent = 2;
    private const int Gap = 2;

    /// <summary>Columns that the events must have beside the functions; with less room these follow in brackets.</summary>
    private const int LeastText = 56;

    /// <summary>Where the functions begin in plain text, at the most.</summary>
    private const int MostText = 96;

    /// <summary>Writes the report.</summary>
    /// <param name="trace">What happened.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Trace trace, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(screen);
        WriteHeading(trace, Name(trace), screen);
        WriteLines(trace, screen);
    }

    /// <summary>Kernel and strategy of a trace.</summary>
    internal static string Name(Trace trace) => $"{RunReport.KernelName(trace.Contender)} {trace.Contender.StrategyName}";

    /// <summary>Whose trace of which scenario.</summary>
    internal static void WriteHeading(Trace trace, string who, Screen screen)
    {
        screen.Heading(who);
        screen.Line(ScenarioLine(trace.Scenario));
    }

    /// <summary>A scenario, with its id where it has one.</summary>
    internal static string ScenarioLine(Scenario scenario)
        => scenario.Id == ScenarioText.DefaultId ? ScenarioText.Print(scenario) : scenario.ToString();

    internal static void WriteLines(Trace trace, Screen screen)
    {
        var ink = new TraceInk(screen.Colour);
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
            var first = true;
            foreach (var part in TraceWrap.Lines(text, Indent * line.Depth, room))
            {
                var source = beside && first && line.Source is { } function ? ink.Pale(function.ToString()) : "";
                first = false;
                screen.Writer.Write(source.Length == 0
                    ? $"{Inked(line, part, ink)}\n"
                    : $"{Inked(line, part, ink)}{new string(' ', textWidth + Gap - part.Length)}{source}\n");
            }
        }
    }

    /// <summary>A part of a line in the colour of what it tells.</summary>
    internal static string Inked(TraceLine line, string part, TraceInk ink) => line.Kind switch
    {
        TraceLineKind.Step => ink.Bold(part),
        _ when line.IsFailure => ink.Red(part),
        TraceLineKind.Call or TraceLineKind.Return or TraceLineKind.Decision => ink.Cyan(part),
        _ => part,
    };
}
