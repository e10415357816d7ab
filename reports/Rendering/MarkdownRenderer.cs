namespace Compare.Reports;

/// <summary>A document as Markdown, for a web page or a repository.</summary>
public static class MarkdownRenderer
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Document document, TextWriter writer)
    {
        Block? before = null;
        foreach (var block in document.Blocks)
        {
            if (before is not null && !(IsEntry(before) && IsEntry(block)))
            {
                writer.Write('\n');
            }

            foreach (var line in Lines(block, document.Layout.Widest))
            {
                writer.Write($"{line}\n");
            }

            before = block;
        }
    }

    private static bool IsEntry(Block block) => block is Item or When { Label: not "" };

    private static IEnumerable<string> Lines(Block block, int width) => block switch
    {
        Heading heading => [$"{new string('#', heading.Level)} {Text(heading.Text)}"],
        Paragraph paragraph => Wrapped("", paragraph.Text, width),
        Item { Number: > 0 } item => Wrapped($"{item.Number}. {(item.Label.Length == 0 ? "" : $"**{Escaped(item.Label)}.** ")}", item.Text, width),
        Item item => Wrapped($"{new string(' ', 2 * item.Depth)}- {Label(item.Label)}", item.Text, width, 2 + (2 * item.Depth)),
        When condition => [(condition.Label.Length == 0 ? "" : "- ") + Label(condition.Label) + Condition(condition)],
        Code code => Fenced(code.Text),
        Changes changes => Table([.. changes.Headers], changes.Rows.Select(row => (Words[])[row.Name, row.Left, row.Right]), changes.Headers.Length),
        Table table => Table(table.Headers, table.Rows, table.Texts),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "not a block"),
    };

    /// <summary>Text in lines of a width, code unbroken; in one line where there is none.</summary>
    private static IEnumerable<string> Wrapped(string first, Words text, int width, int hanging = 3) => width == int.MaxValue
        ? [first + Text(text)]
        : text.Lines().SelectMany((line, i) => Wrap.Lines(
            i == 0 ? first : new string(' ', first.Length == 0 ? 0 : hanging), first.Length == 0 ? 0 : hanging, Wrap.Parts(line, Text), width));

    private static string Label(string label) => label.Length == 0 ? "" : Escaped(label) + " ";

    private static string Condition(When when)
        => Text(when.Expression is { } expression ? Words.Code(expression.ToString()) : when.Always) + (when.Proof.Length == 0 ? "" : $" ({when.Proof})");

    private static IEnumerable<string> Table(IEnumerable<string> headers, IEnumerable<Words[]> rows, int texts)
        => PlainTable.Lines([.. headers.Select(Escaped)], [.. rows.Select(row => row.Select(Cell).ToArray())], texts);

    private static string Cell(Words cell) => string.Concat(cell.Spans.Select(span => span.Tone == Tone.Code
        ? Text(span).Replace("|", "\\|", StringComparison.Ordinal)
        : Text(span)));

    private static string Text(Words words) => string.Concat(words.Spans.Select(Text));

    private static string Text(TextSpan span) => span.Tone switch
    {
        Tone.Code => CodeSpan(span.Text),
        Tone.Strong => $"**{Escaped(span.Text)}**",
        Tone.Link => $"[{Escaped(span.Text)}]({string.Join('/', span.Target.Split('/').Select(Uri.EscapeDataString))})",
        Tone.SoftBreak => "\n",
        Tone.HardBreak => "\\\n",
        _ => Escaped(span.Text),
    };

    /// <summary>More backticks than stand together in the text enclose it; a blank keeps its own from theirs.</summary>
    private static string CodeSpan(string text)
    {
        var fence = Fence(text, shortest: 1);
        var blank = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return fence + blank + text + blank + fence;
    }

    private static string[] Fenced(string text)
    {
        var fence = Fence(text, shortest: 3);
        return [fence + "sh", text, fence];
    }

    private static string Fence(string text, int shortest)
    {
        var fence = new string('`', shortest);
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += '`';
        }

        return fence;
    }

    /// <summary>Text that stands in a line or a cell as it is.</summary>
    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal);
}
