using System.Globalization;

namespace Compare.Scenarios;

/// <summary>An error in an expression: the problem, the expression on one line, and a caret under the place.</summary>
internal sealed class FilterError(string source, string text)
{
    /// <summary>How much of a long expression is shown, in UTF-16 units.</summary>
    private const int Longest = 160;

    private const string Margin = "  ";

    public InputException At(int position, string problem)
    {
        var (start, end) = Window(position);
        var before = (start > 0 ? "…" : "") + OneLine(text.AsSpan(start, position - start));
        var after = OneLine(text.AsSpan(position, end - position)) + (end < text.Length ? "…" : "");
        return new InputException($"{source}: {problem}\n{(Margin + before + after).TrimEnd()}\n{Margin}{new string(' ', Width(before))}^");
    }

    /// <summary>The part of the text to show: all of it, or the surroundings of the place, with no character cut in two.</summary>
    private (int Start, int End) Window(int position)
    {
        if (text.Length <= Longest)
        {
            return (0, text.Length);
        }

        var start = Math.Clamp(position - (Longest / 2), 0, text.Length - Longest);
        var end = start + Longest;
        return (
            start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start,
            end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end);
    }

    /// <summary>Tabs, line breaks and other control characters as blanks: the place under the caret must be certain.</summary>
    private static string OneLine(ReadOnlySpan<char> part)
    {
        var shown = part.ToArray();
        foreach (ref var c in shown.AsSpan())
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                c = ' ';
            }
        }

        return new string(shown);
    }

    /// <summary>How many characters a reader sees: a letter with its accents is one, and so is a wide one.</summary>
    private static int Width(ReadOnlySpan<char> shown)
    {
        var width = 0;
        while (!shown.IsEmpty)
        {
            shown = shown[StringInfo.GetNextTextElementLength(shown)..];
            width++;
        }

        return width;
    }
}
