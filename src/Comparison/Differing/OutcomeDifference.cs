using System.Numerics;

namespace Compare.Comparison;

/// <summary>The first thing that two outcomes of a scenario differ in, worst first, seen from left to right.</summary>
public enum DifferenceKind : byte
{
    /// <summary>Right and wrong: the right outcome breaks a rule that the left one keeps.</summary>
    Broken,

    /// <summary>A result of which the rules do not say who is right: neither breaks one that the other keeps, or both do.</summary>
    OtherResult,

    /// <summary>Right and wrong: the left outcome breaks a rule that the right one keeps.</summary>
    Fixed,

    /// <summary>What is mapped afterwards.</summary>
    Page,

    /// <summary>Journal starts, by the handler or the lookup.</summary>
    Journal,

    /// <summary>Handler calls, counters, time or blocks.</summary>
    Other,

    /// <summary>Nothing.</summary>
    Same,
}

/// <summary>How two outcomes of one scenario differ.</summary>
/// <param name="Kind">In what first, whatever the step; <see cref="RuleChange"/> tells who is right.</param>
/// <param name="Measures">The measures that differ in any step, a bit for each.</param>
internal readonly record struct OutcomeDifference(DifferenceKind Kind, int Measures)
{
    private const int JournalMeasures = (1 << (int)Measure.JournalStarts) | (1 << (int)Measure.IomapStarts);

    /// <summary>No difference.</summary>
    public static OutcomeDifference None { get; } = new(DifferenceKind.Same, 0);

    /// <summary>Whether the result of a step differs.</summary>
    public bool IsOfResult => Has(Measure.Result);

    /// <summary>Compares step by step.</summary>
    /// <param name="left">An outcome.</param>
    /// <param name="right">An outcome of the same scenario.</param>
    public static OutcomeDifference Between(Outcome left, Outcome right)
    {
        var measures = left.Differing(right);
        var direction = RuleChange.Between(left, right).Direction;
        var kind = direction != DifferenceKind.Other ? direction
            : Has(measures, Measure.Result) ? DifferenceKind.OtherResult
            : Has(measures, Measure.Page) ? DifferenceKind.Page
            : (measures & JournalMeasures) != 0 ? DifferenceKind.Journal
            : measures != 0 ? DifferenceKind.Other
            : DifferenceKind.Same;
        return new(kind, measures);
    }

    /// <summary>Whether a measure differs.</summary>
    /// <param name="measure">The measure.</param>
    public bool Has(Measure measure) => Has(Measures, measure);

    /// <summary>The first measure that differs; none where only the rules that are broken do.</summary>
    public Measure? First => Measures == 0 ? null : (Measure)BitOperations.TrailingZeroCount(Measures);

    /// <summary>The kind of several differences of one scenario: the worst, and of those that go different ways neither way.</summary>
    internal static DifferenceKind Both(DifferenceKind left, DifferenceKind right)
        => left != right && left <= DifferenceKind.Fixed && right <= DifferenceKind.Fixed
            ? DifferenceKind.OtherResult
            : left < right ? left : right;

    private static bool Has(int measures, Measure measure) => (measures >> (int)measure & 1) != 0;
}

/// <summary>Differences between the outcomes of a pool, each computed once for the pair of ids. Not for several threads at once.</summary>
/// <param name="pool">Holds the outcomes.</param>
internal sealed class OutcomeDifferences(OutcomePool pool)
{
    private readonly Dictionary<(int Left, int Right), OutcomeDifference> _known = [];

    public OutcomeDifference this[int left, int right]
    {
        get
        {
            if (left == right)
            {
                return OutcomeDifference.None;
            }

            if (!_known.TryGetValue((left, right), out var difference))
            {
                difference = OutcomeDifference.Between(pool[left], pool[right]);
                _known.Add((left, right), difference);
            }

            return difference;
        }
    }
}
