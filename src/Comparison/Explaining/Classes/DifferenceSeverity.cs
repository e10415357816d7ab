namespace Compare.Comparison;

/// <summary>How much a class of differences matters to a reviewer, seen from left to right; the worst first.</summary>
public enum DifferenceSeverity : byte
{
    /// <summary>The right side breaks a safety rule that the left one keeps.</summary>
    DataAtRisk,

    /// <summary>The right side blocks or livelocks where the left one ends.</summary>
    Hang,

    /// <summary>What was ok fails.</summary>
    NewFailure,

    /// <summary>Another failure, a failure instead of a hang, or another page mapped.</summary>
    OtherResult,

    /// <summary>What failed, blocked or livelocked is ok.</summary>
    FailureGone,

    /// <summary>More journal starts.</summary>
    MoreJournalStarts,

    /// <summary>Fewer journal starts.</summary>
    FewerJournalStarts,

    /// <summary>The file's time, its blocks, handler calls or fault counters.</summary>
    Bookkeeping,
}
