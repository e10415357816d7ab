using System.Numerics;

namespace Compare.Comparison;

/// <summary>The first thing that two outcomes of a scenario differ in, worst first, seen from left to right.</summary>
public enum DifferenceKind : byte
{
    /// <summary>A result: what was ok fails or never ends.</summary>
    Broken,

    /// <summary>A result, and neither of the two beside this.</summary>
    OtherResult,

    /// <summary>A result: what failed or never ended is ok.</summary>
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
/// <param name="Kind">In what first, whatever the step; the first step whose result differs tells which way.</param>
/// <param name="Measures">The measures that differ in any step, a bit for each.</param>
internal readonly record struct OutcomeDifference(DifferenceKind Kind, int Measures)
{
    private const int JournalMeasures = (1 << (int)Measure.JournalStarts) | (1 << (int)Measure.IomapStarts);

    /// <summary>No difference.</summary>
    public static OutcomeDifference None { get; } = new(DifferenceKind.Same, 0);

    /// <summary>Whether the result of a step differs.</summary>
    public bool IsOfResult => Kind <= DifferenceKind.Fixed;

    /// <summary>Compares step by step.</summary>
    /// <param name="left">An outcome.</param>
    /// <param name="right">An outcome of the same scenario.</param>
    public static OutcomeDifference Between(Outcome left, Outcome right)
    {
        var measures = left.Differing(right);
        var kind = Has(measures, Measure.Result) ? OfResults(left, right)
            : Has(measures, Measure.Page) ? DifferenceKind.Page
            : (measures & JournalMeasures) != 0 ? DifferenceKind.Journal
            : measures != 0 ? DifferenceKind.Other
            : DifferenceKind.Same;
        return new(kind, measures);
    }

    /// <summary>Whether a measure differs.</summary>
    /// <param name="measure">The measure.</param>
    public bool Has(Measure measure) => Has(Measures, measure);

    /// <summary>The first measure that differs.</summary>
    /// <exception cref="InvalidOperationException">None does.</exception>
    public Measure First => Measures == 0 ? throw new InvalidOperationException("nothing differs") : (Measure)BitOperations.TrailingZeroCount(Measures);

    /// <summary>The kind of several differences of one scenario: the worst, and of results that go different ways neither way.</summary>
    internal static DifferenceKind Both(DifferenceKind left, DifferenceKind right)
        => left != right && left <= DifferenceKind.Fixed && right <= DifferenceKind.Fixed
            ? DifferenceKind.OtherResult
            : left < right ? left : right;

    private static bool Has(int measures, Measure measure) => (measures >> (int)measure & 1) != 0;

    private static DifferenceKind OfResults(Outcome left, Outcome right)
    {
        var step = 0;
        while (left.Steps[step].Result == right.Steps[step].Result)
        {
            step++;
        }

        return left.Steps[step].Result == StepResult.Ok ? DifferenceKind.Broken
            : right.Steps[step].Result == StepResult.Ok ? DifferenceKind.Fixed
            : DifferenceKind.OtherResult;
    }
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
