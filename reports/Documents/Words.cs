namespace Compare.Reports;

/// <summary>What a stretch of text is; how that looks is for a renderer to decide.</summary>
internal enum Tone
{
    Plain,

    /// <summary>Not broken into lines.</summary>
    Whole,

    /// <summary>What can be typed or read by a program; not broken into lines either, but in a mail.</summary>
    Code,
    Strong,
    Pale,
    Call,
    Good,
    Bad,
    Notable,
    Link,

    /// <summary>Where a line ends in plain text and in Markdown's source; elsewhere a blank.</summary>
    SoftBreak,

    /// <summary>Where a line ends.</summary>
    HardBreak,
}

/// <summary>A stretch of text.</summary>
/// <param name="Text">The text, unescaped.</param>
/// <param name="Tone">What it is.</param>
/// <param name="Target">Where a link leads to.</param>
internal readonly record struct TextSpan(string Text, Tone Tone = Tone.Plain, string Target = "")
{
    /// <summary>The text; what a terminal would obey is shown.</summary>
    public string Text { get; } = Tone == Tone.HardBreak ? Text : ControlCharacters.Shown(Text);
}

/// <summary>Text with what its parts are. A string is plain text.</summary>
/// <param name="Spans">The stretches, in order.</param>
internal readonly record struct Words(ImmutableArray<TextSpan> Spans)
{
    public static Words SoftBreak { get; } = Of(" ", Tone.SoftBreak);

    public static Words HardBreak { get; } = Of("\n", Tone.HardBreak);

    /// <summary>The text without what its parts are.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    public static implicit operator Words(string text) => Of(text, Tone.Plain);

    public static Words operator +(Words left, Words right) => new([.. left.Spans, .. right.Spans]);

    public static Words Of(string text, Tone tone) => new([new TextSpan(text, tone)]);

    public static Words Code(string text) => Of(text, Tone.Code);

    public static Words Strong(string text) => Of(text, Tone.Strong);

    public static Words Link(string text, string target) => new([new TextSpan(text, Tone.Link, target)]);

    public static Words Join(Words between, IEnumerable<Words> words)
        => new([.. words.SelectMany((item, i) => i == 0 ? item.Spans : [.. between.Spans, .. item.Spans])]);

    /// <summary>The lines, where breaks divide them.</summary>
    public IEnumerable<Words> Lines()
    {
        var line = new List<TextSpan>();
        foreach (var span in Spans)
        {
            if (span.Tone is Tone.SoftBreak or Tone.HardBreak)
            {
                yield return new Words([.. line]);
                line.Clear();
            }
            else
            {
                line.Add(span);
            }
        }

        yield return new Words([.. line]);
    }
}
