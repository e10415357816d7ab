using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Severities as people write them.</summary>
public static class SeverityWords
{
    /// <summary>Every word, worst first; index is <see cref="DifferenceSeverity"/>.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "data-at-risk",
        "hang",
        "new-failure",
        "other-result",
        "failure-gone",
        "more-journal-starts",
        "fewer-journal-starts",
        "bookkeeping",
    ];

    /// <summary>The word of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public static string Of(DifferenceSeverity severity) => All[(int)severity];

    /// <summary>The severity of a word.</summary>
    /// <param name="word">A word.</param>
    /// <returns><see langword="null"/> where it is none.</returns>
    public static DifferenceSeverity? Parse(string word) => All.IndexOf(word) is >= 0 and var i ? (DifferenceSeverity)i : null;
}
