namespace Compare.Comparison;

/// <summary>The first of these that two outcomes of a scenario differ in.</summary>
public enum DifferenceKind : byte
{
    /// <summary>Nothing.</summary>
    Same,

    /// <summary>What the caller of a step sees.</summary>
    Result,

    /// <summary>What is mapped afterwards.</summary>
    Page,

    /// <summary>Journal starts, by the handler or the lookup.</summary>
    Journal,

    /// <summary>Handler calls, counters, time or blocks.</summary>
    Other,
}
