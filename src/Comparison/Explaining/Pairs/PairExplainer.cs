using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Explains pairs of contenders over a matrix.</summary>
public sealed class PairExplainer
{
    private readonly OutcomeMatrix _matrix;
    private readonly ImmutableArray<Measure> _measures;
    private readonly int _jobs;

    /// <summary>An explainer.</summary>
    /// <param name="matrix">What the contenders did.</param>
    /// <param name="measures">The measures that are looked at; none: all nine, and safety rules besides.</param>
    /// <param name="jobs">Number of threads; what is explained does not depend on it.</param>
    public PairExplainer(OutcomeMatrix matrix, ImmutableArray<Measure> measures, int jobs)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        (_matrix, _measures, _jobs) = (matrix, measures, jobs);
        Finder = new ConditionFinder(matrix.Scenarios);
    }

    /// <summary>How many scenarios there are.</summary>
    public int Scenarios => _matrix.Scenarios.Length;

    /// <summary>Finds the conditions.</summary>
    public ConditionFinder Finder { get; }

    /// <summary>Every pair: strategies on one kernel, then kernels under one strategy.</summary>
    /// <param name="contenders">The contenders, in the order in which the left one of a pair comes first.</param>
    public static IEnumerable<(int Left, int Right)> PairsOf(ImmutableArray<Contender> contenders)
        => ((bool[])[true, false]).SelectMany(sameKernel =>
            from left in Enumerable.Range(0, contenders.Length)
            from right in Enumerable.Range(left + 1, contenders.Length - left - 1)
            where sameKernel
                ? contenders[left].KernelName == contenders[right].KernelName
                : contenders[left].StrategyName == contenders[right].StrategyName
            select (left, right));

    /// <summary>Explains pairs.</summary>
    /// <param name="pairs">Indices of contenders.</param>
    /// <returns>One explanation for each, in the same order.</returns>
    public ImmutableArray<PairExplanation> Explain(IEnumerable<(int Left, int Right)> pairs)
    {
        var compared = Compare(pairs);
        var wanted = new List<bool[]>();
        foreach (var pair in compared)
        {
            wanted.AddRange(SetsOf(pair));
        }

        var conditions = Finder.FindAll(wanted, _jobs);
        var next = 0;
        return [.. compared.Select(pair => Explanation(pair, () => conditions[next++]))];
    }

    /// <summary>How far the conditions of classes hold over another matrix.</summary>
    /// <param name="pairs">The pairs that were explained over this one.</param>
    /// <param name="explained">What was explained of them.</param>
    /// <param name="other">The same contenders over another matrix.</param>
    /// <returns>For each pair and class what the condition misses there, and where it says too much.</returns>
    public ImmutableArray<ImmutableArray<ConditionExceptions>> ExceptionsOf(
        IReadOnlyList<(int Left, int Right)> pairs, IReadOnlyList<PairExplanation> explained, PairExplainer other)
    {
        ArgumentNullException.ThrowIfNull(explained);
        ArgumentNullException.ThrowIfNull(other);
        var here = Compare(pairs);
        var there = other.Compare(pairs);
        var found = new ImmutableArray<ConditionExceptions>[here.Length];
        Parallel.For(0, here.Length, new ParallelOptions { MaxDegreeOfParallelism = _jobs }, i =>
        {
            var sets = there[i].Classes.ToDictionary(item => item.Change, item => item.IsIn);
            found[i] =
            [
                .. here[i].Classes.Select((item, number) => ConditionExceptions.Count(
                    explained[i].Classes[number].Set.Condition, other._matrix.Scenarios, sets.GetValueOrDefault(item.Change))),
            ];
        });
        return [.. found];
    }

    private static IEnumerable<bool[]> SetsOf(OutcomePair pair)
    {
        if (pair.Classes.IsEmpty)
        {
            yield break;
        }

        yield return pair.Differing;
        foreach (var (_, isIn) in pair.Classes)
        {
            yield return isIn;
        }

        foreach (var (_, isIn) in pair.Measures)
        {
            yield return isIn;
        }
    }

    private static int Count(bool[] isIn) => isIn.AsSpan().Count(true);

    private ImmutableArray<OutcomePair> Compare(IEnumerable<(int Left, int Right)> pairs)
        => [.. pairs.AsParallel().AsOrdered().WithDegreeOfParallelism(_jobs).Select(pair => OutcomePair.Of(_matrix, pair.Left, pair.Right, _measures))];

    private PairExplanation Explanation(OutcomePair pair, Func<Condition> nextCondition)
    {
        // In the order of SetsOf.
        var any = pair.Classes.IsEmpty ? null : new ConditionedSet(Count(pair.Differing), nextCondition());
        var classes = pair.Classes.Select(item => new DifferenceClass(
            item.Change.Severity,
            item.Change.Title,
            item.Change.Kind == ChangeKind.Result,
            pair.ValuesOf(item.Change),
            new ConditionedSet(Count(item.IsIn), nextCondition()),
            DifferenceWitness.Of(_matrix, pair, item.IsIn))).ToImmutableArray();
        var measures = pair.Measures
            .Select(item => (item.Measure, item.IsIn, Condition: nextCondition()))
            .ToArray()
            .GroupBy(item => item.IsIn, SetComparer.Instance)
            .Select(same => new MeasureDifference(
                [.. same.Select(item => item.Measure)], new ConditionedSet(Count(same.Key), same.First().Condition)));
        return new PairExplanation(
            _matrix.Contenders[pair.Left],
            _matrix.Contenders[pair.Right],
            _matrix.Scenarios.Length,
            any,
            classes,
            [.. measures],
            JournalBalance.Of(_matrix, pair));
    }
}
