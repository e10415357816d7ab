namespace Compare.Reports;

/// <summary>Breaks a line between words, and a word that is longer than the line inside it: nothing is lost but blanks.</summary>
internal static class TraceWrap
{
    private const int Hanging = 4;

    /// <summary>The lines of a text.</summary>
    /// <param name="text">Words with one blank between two.</param>
    /// <param name="indent">Blanks before the first line; the others have more.</param>
    /// <param name="width">Columns, the indent among them.</param>
    public static List<string> Lines(string text, int indent, int width)
    {
        // An indent that leaves no room for words is cut.
        indent = Math.Min(indent, Math.Max(0, width / 2));
        var lines = new List<string>();
        var line = new string(' ', indent);
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            var rest = word;
            while (rest.Length > 0)
            {
                var room = width - line.Length - (isEmpty ? 0 : 1);
                if (rest.Length <= room)
                {
                    line = isEmpty ? line + rest : $"{line} {rest}";
                    isEmpty = false;
                    break;
                }

                if (isEmpty)
                {
                    line += rest[..room];
                    rest = rest[room..];
                }

                lines.Add(line);
                line = new string(' ', Math.Min(indent + Hanging, width / 2));
                isEmpty = true;
            }
        }

        if (!isEmpty)
        {
            lines.Add(line);
        }

        return lines;
    }
}
