namespace Compare.Reports;

/// <summary>Plain text for a mail: lines of at most 72 columns, broken between words.</summary>
/// <param name="writer">Where to.</param>
internal sealed class MailText(TextWriter writer)
{
    /// <summary>Longest line, as kernel mailing lists like it: a reply can quote it twice within 80.</summary>
    public const int Width = 72;

    /// <summary>Writes an empty line.</summary>
    public void Line() => writer.Write('\n');

    /// <summary>Writes a paragraph.</summary>
    /// <param name="text">The text; runs of blanks count as one.</param>
    /// <param name="indent">Blanks before the first line.</param>
    /// <param name="hanging">Blanks before every other line, beside the indent.</param>
    public void Paragraph(string text, int indent = 0, int hanging = 0)
    {
        var line = new string(' ', indent);
        var isEmpty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (!isEmpty && line.Length + 1 + rest.Length > Width)
            {
                Write(line);
                (line, isEmpty) = (new string(' ', indent + hanging), true);
            }

            while (line.Length + (isEmpty ? 0 : 1) + rest.Length > Width)
            {
                // A word that is longer than a line: nothing better can be done than to cut it.
                var room = Width - line.Length;
                Write(line + rest[..room]);
                (line, rest) = (new string(' ', indent + hanging), rest[room..]);
            }

            line += isEmpty ? rest : $" {rest}";
            isEmpty = false;
        }

        Write(line);
    }

    /// <summary>Writes a heading, underlined.</summary>
    /// <param name="text">The heading.</param>
    public void Heading(string text)
    {
        Line();
        Paragraph(text);
        Write(new string('-', Math.Min(text.Length, Width)));
    }

    private void Write(string line) => writer.Write($"{line.TrimEnd()}\n");
}
