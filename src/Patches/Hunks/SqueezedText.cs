namespace Compare.Patches;

/// <summary>A hunk that lost its line breaks, without its white space, and what that tells of each place.</summary>
internal sealed class SqueezedText
{
    private readonly List<int> _offsets = [];
    private readonly bool[] _comment;

    /// <summary>Takes a text.</summary>
    /// <param name="raw">What follows the second <c>@@</c>.</param>
    public SqueezedText(string raw)
    {
        Raw = raw;
        _offsets.AddRange(Enumerable.Range(0, raw.Length).Where(index => !char.IsWhiteSpace(raw[index])));
        Bare = BareText.Bare(raw);
        _comment = new bool[Bare.Length + 1];
        for (var i = 1; i <= Bare.Length; i++)
        {
            _comment[i] = _comment[i - 1] ? !Ends(i, "*/") : Ends(i, "/*");
        }
    }

    /// <summary>The text as it stands.</summary>
    public string Raw { get; }

    /// <summary>The text without white space; places are indexes of it.</summary>
    public string Bare { get; }

    /// <summary>Whether a place stands in a comment.</summary>
    public bool IsComment(int at) => _comment[at];

    /// <summary>Whether white space stands before a place.</summary>
    public bool IsBlankBefore(int at) => at == 0 || at == Bare.Length || _offsets[at] > _offsets[at - 1] + 1;

    /// <summary>Whether a place stands inside a word.</summary>
    public bool IsInWord(int at) => at > 0 && at < Bare.Length && IsWord(Bare[at - 1]) && IsWord(Bare[at]) && !IsBlankBefore(at);

    /// <summary>What stands between two places, with its white space inside.</summary>
    public string Slice(int start, int end) => start >= end ? "" : Raw[_offsets[start]..(_offsets[end - 1] + 1)];

    /// <summary>How many line breaks are left before a place.</summary>
    public int BreaksBefore(int at) => Raw.AsSpan(0, at < Bare.Length ? _offsets[at] : Raw.Length).Count('\n');

    /// <summary>Whether a character belongs to words.</summary>
    public static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    private bool Ends(int at, string mark) => at >= mark.Length && string.CompareOrdinal(Bare, at - mark.Length, mark, 0, mark.Length) == 0;
}
