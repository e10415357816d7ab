using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>Kind and direction of a difference as tables write them.</summary>
internal static class DifferenceWords
{
    /// <summary>A kind.</summary>
    public static string Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Result => "result",
        DifferenceKind.Page => "page",
        DifferenceKind.Journal => "journal",
        DifferenceKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Outcomes that are the same are no difference."),
    };

    /// <summary>A direction.</summary>
    public static string Of(DifferenceDirection direction) => direction switch
    {
        DifferenceDirection.Fixed => "fixed",
        DifferenceDirection.Broken => "broken",
        _ => "other",
    };

    /// <summary>The cell of a strategy; empty where it did not run.</summary>
    public static string CellOf(ScenarioDifference difference, string strategy, Measure measure)
        => difference.Outcomes.Where(outcome => outcome.Strategy == strategy).Select(outcome => outcome.Cells[(int)measure]).FirstOrDefault("");

    /// <summary>The first measure that differs.</summary>
    public static Measure FirstMeasure(ScenarioDifference difference) => Enum.GetValues<Measure>().First(measure =>
        difference.Outcomes.Select(outcome => outcome.Cells[(int)measure]).Distinct(StringComparer.Ordinal).Skip(1).Any());
}
