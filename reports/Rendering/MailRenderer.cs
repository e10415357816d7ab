namespace Compare.Reports;

/// <summary>A document as a plain-text mail, to be sent as a reply.</summary>
public static class MailRenderer
{
    /// <summary>Longest line, as kernel mailing lists like it: a reply can quote it twice within 80.</summary>
    private const int Width = 72;

    /// <summary>A longer condition is nothing to read in a mail.</summary>
    private const int ConditionLimit = 8;

    private const int Indent = 2;

    /// <summary>Writes a document.</summary>
    /// <param name="document">What there is to say.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Document document, TextWriter writer)
    {
        Block? before = null;
        var indent = 0;
        foreach (var block in document.Blocks)
        {
            if (before is not null && !IsTight(before, block))
            {
                writer.Write('\n');
            }

            if (block is not (Item or When or Code or Changes))
            {
                indent = block is Heading { Level: 4 } ? Indent : 0;
            }

            foreach (var line in Lines(block, indent))
            {
                writer.Write($"{line.TrimEnd()}\n");
            }

            before = block;
        }
    }

    /// <summary>Whether no blank line divides two blocks.</summary>
    private static bool IsTight(Block before, Block block) => block switch
    {
        Heading { Level: < 4 } => false,
        Item or When or Code or Changes => before is not (Paragraph or Table),
        _ => before is Heading,
    };

    private static IEnumerable<string> Lines(Block block, int indent) => block switch
    {
        Heading { Level: 4 } heading => Broken(heading.Text.Text, 0, Indent),
        Heading heading => [.. Broken(heading.Text.Text, 0, 0), new string('-', Math.Min(heading.Text.Text.Length, Width))],
        Paragraph paragraph => paragraph.Text.Text.Split('\n').SelectMany(line => Broken(line, 0, 0)),
        Item item => Broken(Label(item.Label, item.Number > 0) + item.Text.Text, indent + (Indent * item.Depth), Indent),
        When condition => Condition(condition, indent),
        Code code => Broken(Label(code.Label) + code.Text, indent, Indent),
        Changes changes => changes.Rows.SelectMany(row => Broken($"{row.Name} {row.Left} -> {row.Right}", indent, Indent)),
        Table table => PlainTable.Lines(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "not a block"),
    };

    private static string Label(string label, bool isNumbered = false) => label.Length == 0 ? "" : isNumbered ? $"{label}: " : $"{label} ";

    private static IEnumerable<string> Condition(When when, int indent)
    {
        var lines = ConditionLines.Of(Label(when.Label), when, Width - indent).ToArray();
        return lines.Length <= ConditionLimit || when.Summary.Length == 0
            ? lines.SelectMany(line => Broken(line, indent + line.Length - line.TrimStart().Length, Indent))
            : Broken($"{when.Label}: {when.Summary}", indent, Indent);
    }

    private static IEnumerable<string> Broken(string text, int indent, int hanging)
        => Wrap.Lines(new string(' ', indent), indent + hanging, Wrap.All(text), Width, cuts: true);
}
