using System.Buffers;

namespace Compare.Scenarios;

/// <summary>Characters that a terminal or an editor obeys instead of showing them: the controls of Unicode (C0, DEL, C1), its separators of
/// lines and paragraphs, and what turns the direction of text.</summary>
public static class ControlCharacters
{
    private static readonly SearchValues<char> All = SearchValues.Create(
        [.. Range(0, 0x1F), .. Range(0x7F, 0x9F), .. Range(0x2028, 0x2029), .. Range(0x202A, 0x202E), .. Range(0x2066, 0x2069)]);

    /// <summary>Whether a text has one.</summary>
    /// <param name="text">Any text.</param>
    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    /// <summary>The first of a text, as <see cref="Shown(string)"/> shows it.</summary>
    /// <param name="text">A text that has one.</param>
    public static string FirstIn(ReadOnlySpan<char> text) => Shown(text[text.IndexOfAny(All)]);

    /// <summary>A text to be shown: each of them as <c>\u001B</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Shown(string text)
        => AreIn(text) ? string.Concat(text.Select(one => All.Contains(one) ? Shown(one) : one.ToString())) : text;

    private static string Shown(char control) => $"\\u{(int)control:X4}";

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
