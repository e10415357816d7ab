namespace Compare.Comparison;

/// <summary>How much a class of differences, seen from left to right, or a finding matters to a reviewer; the worst first.</summary>
public enum DifferenceSeverity : byte
{
    /// <summary>The right side breaks a rule about data or locks that the left one keeps.</summary>
    DataAtRisk,

    /// <summary>The right side breaks a rule about hangs that the left one keeps.</summary>
    Hang,

    /// <summary>An allowed access fails on the right side and not on the left one.</summary>
    NewFailure,

    /// <summary>Another result of which no rule says who is right, or another page mapped.</summary>
    OtherResult,

    /// <summary>The left side breaks a rule that the right one keeps.</summary>
    Repaired,

    /// <summary>More journal starts.</summary>
    MoreJournalStarts,

    /// <summary>Fewer journal starts.</summary>
    FewerJournalStarts,

    /// <summary>The file's time, its blocks, handler calls or fault counters.</summary>
    Bookkeeping,
}

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
        "repaired",
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
