namespace Compare.Reports;

/// <summary>A document on a screen: labels in a column, conditions and paragraphs broken into lines.</summary>
internal static class TextRenderer
{
    public static void Write(Document document, Screen screen)
    {
        Block? before = null;
        var lines = new TextLines(screen, document.Layout);
        foreach (var block in document.Blocks)
        {
            if (before is not null && !IsTight(before, block))
            {
                screen.Line();
            }

            lines.Write(block);
            before = block;
        }
    }

    /// <summary>Whether no blank line divides two blocks.</summary>
    private static bool IsTight(Block before, Block block) => block switch
    {
        Paragraph => before is Heading,
        When { Label: "" } => before is Paragraph,
        Item or When or Code or Changes => before is Heading or Item or When { Label: not "" } or Code or Changes,
        _ => false,
    };

    private sealed class TextLines(Screen screen, Layout layout)
    {
        private readonly int _width = Math.Min(screen.Width, layout.Widest);

        public void Write(Block block)
        {
            switch (block)
            {
                case Heading { Level: 4 } heading:
                    screen.Line(Label() + heading.Text.Text);
                    break;
                case Heading heading:
                    screen.Line(Words.Strong(heading.Text.Text));
                    break;
                case Paragraph paragraph:
                    Write("", paragraph.Text);
                    break;
                case Item item:
                    Write(Label(item.Label, item.Depth), item.Text);
                    break;
                case When condition:
                    WriteWhen(condition);
                    break;
                case Code code:
                    screen.Line(Label(code.Label) + code.Text);
                    break;
                case Changes changes:
                    WriteChanges(changes);
                    break;
                case Table table:
                    screen.Table(table);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(block), block, "not a block");
            }
        }

        private string Label(string label = "", int depth = 0)
            => new string(' ', layout.Margin + (2 * depth)) + (label.Length == 0 ? "" : label.PadRight(Math.Max(layout.Labels, label.Length + 1)));

        private void Write(string label, Words text)
        {
            foreach (var line in text.Lines())
            {
                if (label.Length + line.Text.Length <= _width)
                {
                    screen.Line(label.Length == 0 ? line : label + line);
                    continue;
                }

                // Broken lines keep a tone that all of them have.
                var tone = line.Spans is [var only] ? only.Tone : Tone.Plain;
                Write(Wrap.Behind(label, line, _width), tone);
            }
        }

        private void Write(IEnumerable<string> lines, Tone tone = Tone.Plain)
        {
            foreach (var line in lines)
            {
                screen.Line(Words.Of(line, tone));
            }
        }

        private void WriteWhen(When when)
        {
            var label = Label(when.Label);
            Write(ConditionLines.Of(label, when, _width));
            if (when.Proof.Length > 0)
            {
                screen.Line($"{new string(' ', label.Length)}({when.Proof})");
            }
        }

        /// <summary>The second value stands on a line of its own where both are too wide.</summary>
        private void WriteChanges(Changes changes)
        {
            var margin = new string(' ', layout.Margin + layout.Labels);
            foreach (var (name, left, right) in changes.Rows)
            {
                var label = margin + name.PadRight(Math.Max(layout.Names, name.Length + 1));
                var line = $"{label}{left} -> {right}";
                Write(line.Length <= _width
                    ? [line]
                    : [.. Wrap.Behind(label, left, _width), .. Wrap.Behind($"{new string(' ', label.Length)}-> ", right, _width)]);
            }
        }
    }
}
