using System.Buffers;

namespace Compare.Scenarios;

/// <summary>How words and texts are written in an expression; for reading and printing.</summary>
internal static class FilterSyntax
{
    private const string Bare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-@.+";

    private static readonly SearchValues<char> InValue = SearchValues.Create(Bare);
    private static readonly SearchValues<char> InPattern = SearchValues.Create(Bare + "*?");

    /// <summary>Whether a word that is not quoted may hold a character.</summary>
    public static bool IsInWord(char c) => InPattern.Contains(c);

    /// <summary>What a word that is not quoted is: a keyword or any other one.</summary>
    public static FilterTokenKind KindOf(string word) => word switch
    {
        "and" => FilterTokenKind.And,
        "or" => FilterTokenKind.Or,
        "not" => FilterTokenKind.Not,
        "in" => FilterTokenKind.In,
        _ => FilterTokenKind.Word,
    };

    /// <summary>A value, in quotes where it needs them.</summary>
    public static string Print(string value) => Print(value, InValue);

    /// <summary>A glob, in quotes where it needs them.</summary>
    public static string PrintPattern(string pattern) => Print(pattern, InPattern);

    private static string Print(string text, SearchValues<char> bare)
        => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(bare) && KindOf(text) == FilterTokenKind.Word
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
