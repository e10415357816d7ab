namespace Compare.Patches;

/// <summary>A way to cut a squeezed hunk into lines, up to some place.</summary>
/// <param name="Cost">What its cuts cost together.</param>
/// <param name="Meaning">A hash of its new side, without what counts for nothing: white space and comments.</param>
/// <param name="Last">The last character of that.</param>
/// <param name="Line">The line that was begun last; null before the first.</param>
internal readonly record struct Cut(int Cost, ulong Meaning, char Last, CutLine? Line)
{
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The way with another character on the new side.</summary>
    /// <param name="text">The hunk.</param>
    /// <param name="at">The place of the character.</param>
    /// <param name="isFirst">Whether a line begins with it.</param>
    public Cut With(SqueezedText text, int at, bool isFirst)
    {
        if (text.IsComment(at))
        {
            return this;
        }

        var character = text.Bare[at];
        var isApart = SqueezedText.IsWord(character) && SqueezedText.IsWord(Last) && (isFirst || text.IsBlankBefore(at));
        return this with { Meaning = Mix(isApart ? Mix(Meaning, ' ') : Meaning, character), Last = character };
    }

    private static ulong Mix(ulong meaning, char character) => unchecked((meaning ^ character) * Prime);
}

/// <summary>A line that was cut out.</summary>
/// <param name="Before">The line before it; null for the first.</param>
/// <param name="Marker">As in <see cref="HunkLine"/>.</param>
/// <param name="Start">The place of its text.</param>
/// <param name="End">The place after its text; of an added line, where the next one begins, -1.</param>
internal sealed record CutLine(CutLine? Before, char Marker, int Start, int End);

/// <summary>The cheapest way to a state, and the cheapest of another meaning.</summary>
/// <param name="First">The cheapest.</param>
/// <param name="Second">The other one; null if there is none.</param>
internal readonly record struct CutPair(Cut First, Cut? Second)
{
    /// <summary>The pair after another way was found.</summary>
    public CutPair With(Cut cut) => cut switch
    {
        _ when cut.Meaning == First.Meaning => cut.Cost < First.Cost ? this with { First = cut } : this,
        _ when cut.Cost < First.Cost => new(cut, First),
        _ when Second is not { } second || cut.Cost < second.Cost => this with { Second = cut },
        _ => this,
    };

    /// <summary>Both ways.</summary>
    public IEnumerable<Cut> Both => Second is { } second ? [First, second] : [First];
}
