namespace Compare.Patches;

/// <summary>Text in which a patch may stand, seen at one depth of quoting.</summary>
/// <param name="File">The file as messages name it.</param>
/// <param name="Depth">How many <c>&gt;</c> stand before each line of the patch; 0: it is not quoted.</param>
/// <param name="Lines">All lines; at a depth above 0 those of this depth are without their quote marks.</param>
internal sealed record PatchText(string File, int Depth, ImmutableArray<PatchTextLine> Lines)
{
    /// <summary>The deepest quoting that is looked into.</summary>
    private const int Deepest = 9;

    /// <summary>An error at a line.</summary>
    /// <param name="line">The line of the file, from 1.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public InputException Error(int line, string problem) => new(new InputLocation(File, line), problem);

    /// <summary>The views of an unquoted text at the depths of quoting at which hunks begin, lowest first.</summary>
    public IEnumerable<PatchText> Quoted()
        => from depth in Enumerable.Range(1, Deepest)
           let marks = Lines.Select(line => Marks(line.Text)).ToArray()
           let view = At(depth, marks)
           where view.Lines.Any(line => line.IsOwn && HunkHeader.IsIn(line.Text))
           select view;

    private PatchText At(int depth, (int Depth, int Length)[] marks)
    {
        var own = Lines.Zip(marks, (line, mark) => mark.Depth == depth ? line.Text[mark.Length..] : null).ToArray();
        var blank = own.Any(text => text is [' ', '@', '@', ..]) || !own.Any(text => text is ['@', '@', ..]);
        return new(File, depth, [.. Lines.Zip(own, (line, text) => text is null
            ? line with { IsOwn = false }
            : line with { Text = blank && text is [' ', ..] ? text[1..] : text })]);
    }

    /// <summary>The quote marks before a line: how many, and how many characters with the blanks between them.</summary>
    private static (int Depth, int Length) Marks(string text)
    {
        var (depth, end) = (0, 0);
        for (var i = 0; i < text.Length && (text[i] == '>' || (text[i] == ' ' && depth > 0 && end == i)); i++)
        {
            if (text[i] == '>')
            {
                depth++;
                end = i + 1;
            }
        }

        return (depth, end);
    }
}

/// <summary>A line of a text in which a patch may stand.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="IsOwn">Whether it is of the depth of quoting that is looked at.</param>
internal readonly record struct PatchTextLine(string Text, int Line, bool IsOwn = true);
