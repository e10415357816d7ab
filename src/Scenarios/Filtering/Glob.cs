namespace Compare.Scenarios;

/// <summary>Patterns with <c>*</c> for any text and <c>?</c> for one character.</summary>
internal static class Glob
{
    /// <summary>Whether a whole text is like a pattern. Only the last <c>*</c> is ever tried again, so the time is at most the product of
    /// the two lengths.</summary>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var (p, t) = (0, 0);
        var (star, taken) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                taken = t;
            }
            else if (p < pattern.Length && pattern[p] == '?')
            {
                p++;
                t += Width(text, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                taken += Width(text, taken);
                (p, t) = (star + 1, taken);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    /// <summary>A character outside of the basic plane is two units of UTF-16 and still one character.</summary>
    private static int Width(ReadOnlySpan<char> text, int at)
        => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
}
