namespace Compare.Scenarios;

/// <summary>The sentences of which error messages are made.</summary>
public static class Problem
{
    /// <summary>A word that is none of a list.</summary>
    /// <param name="word">What was found.</param>
    /// <param name="expected">The list.</param>
    public static string UnknownWord(string word, IReadOnlyList<string> expected)
        => $"found {Quote(word)}, expected {(expected.Count == 1 ? "" : "one of ")}{string.Join(", ", expected)}{NearName.Hint(word, expected)}";

    /// <summary>A text in quotes, short enough for one line and with its control characters shown.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text)
    {
        const int Longest = 80;
        var shown = text.Length > Longest ? string.Concat(text.AsSpan(0, Longest), "…") : text;
        return shown.Length == 0
            ? "nothing"
            : $"'{ControlCharacters.Shown(shown)}'";
    }
}
