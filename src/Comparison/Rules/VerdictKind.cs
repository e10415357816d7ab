namespace Compare.Comparison;

/// <summary>Whether a candidate may replace the base; the worst first.</summary>
public enum VerdictKind : byte
{
    /// <summary>It breaks a rule of right and wrong that the base keeps.</summary>
    DoNotMerge,

    /// <summary>It changes what programs see, and no rule says who is right; or it was not compared.</summary>
    Decide,

    /// <summary>It costs more somewhere, and nothing else.</summary>
    MergeableAtCost,

    /// <summary>It breaks nothing and costs nothing.</summary>
    Mergeable,
}

/// <summary>Verdicts of single things that a candidate does.</summary>
internal static class VerdictKinds
{
    /// <summary>The verdict on a candidate that did one thing alone, and not as the base does.</summary>
    /// <param name="severity">How much it matters.</param>
    /// <param name="isFinding">Whether a rule says so; else it is a class of differences.</param>
    public static VerdictKind Of(DifferenceSeverity severity, bool isFinding) => severity switch
    {
        <= DifferenceSeverity.NewFailure => VerdictKind.DoNotMerge,
        DifferenceSeverity.OtherResult => VerdictKind.Decide,
        DifferenceSeverity.MoreJournalStarts => VerdictKind.MergeableAtCost,
        _ => isFinding ? VerdictKind.MergeableAtCost : VerdictKind.Mergeable,
    };
}
