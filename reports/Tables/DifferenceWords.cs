using Compare.Comparison;

namespace Compare.Reports;

/// <summary>Kind and direction of a difference as tables write them.</summary>
internal static class DifferenceWords
{
    /// <summary>A kind.</summary>
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Broken or DifferenceKind.OtherResult or DifferenceKind.Fixed => "result",
        DifferenceKind.Page => "page",
        DifferenceKind.Journal => "journal",
        DifferenceKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Outcomes that are the same are no difference."),
    };

    /// <summary>Which way a result changes.</summary>
    public static string Direction(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Fixed => "fixed",
        DifferenceKind.Broken => "broken",
        _ => "other",
    };
}
