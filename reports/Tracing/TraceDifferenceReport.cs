namespace Compare.Reports;

/// <summary>
/// What <c>trace</c> prints of two contenders: their events side by side, equal stretches folded, the first divergence marked.
/// </summary>
public static class TraceDifferenceReport
{
    private const string Between = " | ";
    private const string Divergence = "first divergence";

    /// <summary>Columns of plain text, and the most that a wide terminal is given.</summary>
    private const int PlainWidth = 120;
    private const int MostWidth = 160;

    /// <summary>Below this a column has one blank a level.</summary>
    private const int NarrowColumn = 50;

    /// <summary>Writes the report.</summary>
    /// <param name="left">One trace.</param>
    /// <param name="right">Another trace of the same scenario.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Trace left, Trace right, Screen screen)
    {
        var pairs = TracePair.Align(left, right);
        if (pairs.TrueForAll(pair => pair.IsEqual))
        {
            TraceReport.WriteHeading(left, $"{Phrases.Name(left.Contender)} | {Phrases.Name(right.Contender)}", screen);
            screen.Line("No divergence: both do the same.");
            TraceReport.WriteLines(left, screen);
            return;
        }

        screen.Line(Words.Strong(TraceReport.ScenarioLine(left.Scenario)));
        screen.Line();
        var total = screen.Colour ? Math.Min(screen.Width, MostWidth) : PlainWidth;
        var most = (total - Between.Length) / 2;
        var indent = most < NarrowColumn ? 1 : 2;
        var longest = Math.Max(Longest(left, indent), Longest(right, indent));
        new Columns(screen, Math.Min(most, longest), indent).Write(left, right, pairs);
    }

    private static int Longest(Trace trace, int indent)
        => trace.Lines.Max(line => (indent * line.Depth) + TextOf(line).Length);

    /// <summary>The line with its function; the file is left to the report of one contender.</summary>
    private static string TextOf(TraceLine line) => line.Source is { } source ? $"{line.Text} [{source.Name}]" : line.Text;

    private sealed class Columns(Screen screen, int width, int indent)
    {
        public void Write(Trace left, Trace right, List<TracePair> pairs)
        {
            WriteRow([Phrases.Name(left.Contender)], [Phrases.Name(right.Contender)], '|', Tone.Strong, Tone.Strong);
            screen.Line($"{new string('-', width)}-+-{new string('-', width)}");
            var folded = TracePair.Fold(pairs);
            var diverged = false;
            for (var i = 0; i < pairs.Count; i++)
            {
                if (folded[i] > 0)
                {
                    screen.Line(Words.Of(Centred($" … {Phrases.Number(folded[i])} equal lines … ", ' '), Tone.Pale));
                    i += folded[i] - 1;
                    continue;
                }

                if (!diverged && !pairs[i].IsEqual)
                {
                    diverged = true;
                    screen.Line(Words.Strong(Centred($" {Divergence} ", '=')));
                }

                WritePair(pairs[i]);
            }
        }

        private void WritePair(TracePair pair)
            => WriteRow(Lines(pair.Left), Lines(pair.Right), pair.Mark, ToneOf(pair, pair.Left), ToneOf(pair, pair.Right));

        private static Tone ToneOf(TracePair pair, TraceLine? line)
            => line is null ? Tone.Plain : pair.IsEqual || line.IsFailure ? TraceReport.ToneOf(line) : Tone.Notable;

        private string[] Lines(TraceLine? line) => line is null ? [] : [.. TraceReport.Parts(TextOf(line), indent * line.Depth, width)];

        private void WriteRow(string[] left, string[] right, char mark, Tone leftTone, Tone rightTone)
        {
            for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
            {
                var (a, b) = (i < left.Length ? left[i] : "", i < right.Length ? right[i] : "");
                var beside = $"{new string(' ', width - a.Length)} {(i == 0 ? mark : ' ')} ";
                screen.Line(Words.Of(a, leftTone) + (b.Length == 0 ? beside.TrimEnd() : beside) + Words.Of(b, rightTone));
            }
        }

        private string Centred(string text, char filler)
        {
            var total = (2 * width) + Between.Length;
            var before = Math.Max(0, (total - text.Length) / 2);
            return filler == ' '
                ? new string(' ', before) + text.Trim()
                : new string(filler, before) + text + new string(filler, Math.Max(0, total - before - text.Length));
        }
    }
}
