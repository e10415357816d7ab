namespace Compare.Reports;

/// <summary>Breaks text into lines between words.</summary>
internal static class Wrap
{
    private const char Glue = '\0';

    /// <summary>The lines of some words.</summary>
    /// <param name="first">What stands before the first line.</param>
    /// <param name="hanging">Blanks before every other line.</param>
    /// <param name="words">The parts between which a line may end.</param>
    /// <param name="width">Longest line.</param>
    /// <param name="cuts">Whether a word that is longer than a line is cut; else the line is longer.</param>
    public static IEnumerable<string> Lines(string first, int hanging, IEnumerable<string> words, int width, bool cuts = false)
    {
        var (line, isEmpty) = (first, true);
        foreach (var word in words)
        {
            var rest = word;
            if (!isEmpty && line.Length + 1 + rest.Length > width)
            {
                yield return line;
                (line, isEmpty) = (new string(' ', hanging), true);
            }

            while (cuts && isEmpty && line.Length + rest.Length > width)
            {
                var room = width - line.Length;
                yield return line + rest[..room];
                (line, rest) = (new string(' ', hanging), rest[room..]);
            }

            line += isEmpty ? rest : $" {rest}";
            isEmpty = false;
        }

        yield return line;
    }

    /// <summary>The lines of a text behind a label; further lines begin below the text.</summary>
    public static IEnumerable<string> Behind(string label, Words text, int width) => Lines(label, label.Length, Parts(text, span => span.Text), width);

    /// <summary>The words of a text, whatever its parts are.</summary>
    public static string[] All(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parts of a text between which a line may end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="written">How a stretch of it is written.</param>
    public static IEnumerable<string> Parts(Words text, Func<TextSpan, string> written) => string
        .Concat(text.Spans.Select(span => span.Tone is Tone.Whole or Tone.Code ? written(span).Replace(' ', Glue) : written(span)))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Replace(Glue, ' '));
}
