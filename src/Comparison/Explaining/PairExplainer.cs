namespace Compare.Comparison;

/// <summary>Explains pairs of contenders over a matrix.</summary>
public sealed class PairExplainer
{
    private readonly OutcomeSet _outcomes;
    private readonly int _measures;
    private readonly int _jobs;

    /// <summary>An explainer.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    /// <param name="measures">The measures that are looked at; none: all nine, and rules about safety besides.</param>
    /// <param name="jobs">Number of threads; what is explained does not depend on it.</param>
    public PairExplainer(OutcomeSet outcomes, ImmutableArray<Measure> measures, int jobs)
        : this(outcomes, measures.Aggregate(0, (bits, measure) => bits | (1 << (int)measure)), jobs)
    {
    }

    private PairExplainer(OutcomeSet outcomes, int measures, int jobs)
    {
        (_outcomes, _measures, _jobs) = (outcomes, measures, jobs);
        Finder = new ConditionFinder(outcomes.Scenarios);
    }

    /// <summary>Whether only the classes of a pair are looked for, and not where anything differs or where each measure does.</summary>
    public bool ClassesOnly { get; init; }

    /// <summary>How many scenarios there are.</summary>
    public int Scenarios => _outcomes.Scenarios.Length;

    /// <summary>Finds the conditions.</summary>
    public ConditionFinder Finder { get; }

    /// <summary>Explains pairs. Where a filter let one side run a scenario and the other not, only what both ran is compared; a pair without
    /// such a scenario is left out.</summary>
    /// <param name="pairs">Indices of contenders.</param>
    /// <returns>One explanation for each, in the same order.</returns>
    public ImmutableArray<PairExplanation> Explain(IEnumerable<(int Left, int Right)> pairs)
    {
        if (!_outcomes.IsFull)
        {
            return [.. pairs.Select(pair => (Pair: pair, Shared: Shared(pair))).Where(item => item.Shared.Contains(true)).SelectMany(item => ExplainShared(item))];
        }

        var compared = Compare(pairs);
        var conditions = Finder.FindAll([.. compared.SelectMany(SetsOf)], _jobs);
        var next = 0;
        return [.. compared.Select(pair => Explanation(pair, isIn => new ConditionedSet(isIn, conditions[next++])))];
    }

    /// <summary>How far the conditions of classes hold over another matrix.</summary>
    /// <param name="explained">Pairs that were explained over this one.</param>
    /// <param name="other">The same contenders over another matrix.</param>
    /// <returns>For each pair and class what the condition misses there, and where it says too much.</returns>
    public static ImmutableArray<ImmutableArray<ConditionExceptions>> ExceptionsOf(ImmutableArray<PairExplanation> explained, PairExplainer other)
    {
        var found = new ImmutableArray<ConditionExceptions>[explained.Length];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = other._jobs }, i =>
        {
            var contenders = other._outcomes.Contenders;
            var pair = (Left: contenders.IndexOf(explained[i].Left), Right: contenders.IndexOf(explained[i].Right));
            var there = new OutcomePair(other._outcomes, pair.Left, pair.Right, other._measures);
            var sets = there.Classes.ToDictionary(item => item.Change.Code, item => item.IsIn, StringComparer.Ordinal);
            var shared = other.Shared(pair);
            found[i] = [.. explained[i].Classes.Select(item => other.Exceptions(item.Set.Condition, shared, sets.GetValueOrDefault(item.Code)))];
        });
        return [.. found];
    }

    private IEnumerable<bool[]> SetsOf(OutcomePair pair)
    {
        var classes = pair.Classes.Select(item => item.IsIn);
        return pair.Classes.IsEmpty || ClassesOnly ? classes : [pair.Differing, .. classes, .. pair.Measures.Select(item => item.IsIn)];
    }

    private bool[] Shared((int Left, int Right) pair)
        => [.. Enumerable.Range(0, Scenarios).Select(scenario => _outcomes.Has(scenario, pair.Left) && _outcomes.Has(scenario, pair.Right))];

    private ImmutableArray<PairExplanation> ExplainShared(((int Left, int Right) Pair, bool[] Shared) item)
    {
        var both = _outcomes.Part(item.Shared).Only(item.Pair.Left, item.Pair.Right);
        return new PairExplainer(both, _measures, _jobs) { ClassesOnly = ClassesOnly }.Explain([(0, 1)]);
    }

    private ImmutableArray<OutcomePair> Compare(IEnumerable<(int Left, int Right)> pairs) =>
    [
        .. pairs.AsParallel().AsOrdered().WithDegreeOfParallelism(_jobs).Select(pair => new OutcomePair(_outcomes, pair.Left, pair.Right, _measures)),
    ];

    private ConditionExceptions Exceptions(Condition condition, bool[] isCompared, bool[]? isIn)
    {
        var (inClass, missed, surplus) = (0, 0, 0);
        for (var i = 0; i < Scenarios; i++)
        {
            if (!isCompared[i])
            {
                continue;
            }

            var holds = condition.Holds(_outcomes.Scenarios[i]);
            var isOne = isIn is not null && isIn[i];
            inClass += isOne ? 1 : 0;
            missed += isOne && !holds ? 1 : 0;
            surplus += holds && !isOne ? 1 : 0;
        }

        return new ConditionExceptions(inClass, missed, surplus);
    }

    /// <summary>Puts together what was found out about a pair; asks for the sets in the order of <see cref="SetsOf"/>.</summary>
    private PairExplanation Explanation(OutcomePair pair, Func<bool[], ConditionedSet> setOf)
    {
        var any = pair.Classes.IsEmpty || ClassesOnly ? null : setOf(pair.Differing);
        var classes = pair.Classes.Select(item => new DifferenceClass(
            item.Change.Severity,
            item.Change.Code,
            item.Change.Title,
            item.Change.Plain,
            item.Results,
            pair.ValuesOf(item.Change),
            setOf(item.IsIn),
            Witness(pair, item.IsIn))).ToImmutableArray();
        var measures = (ClassesOnly ? [] : pair.Measures)
            .Select(item => (item.Measure, Set: setOf(item.IsIn)))
            .ToArray()
            .GroupBy(item => item.Set.IsIn, SetComparer.Instance)
            .Select(same => new MeasureDifference([.. same.Select(item => item.Measure)], same.First().Set));
        var (left, right) = (_outcomes.Contenders[pair.Left], _outcomes.Contenders[pair.Right]);
        return new PairExplanation(left, right, _outcomes, Finder, any, classes, [.. measures], pair.Journal);
    }

    private DifferenceWitness Witness(OutcomePair pair, bool[] isIn)
    {
        var smallest = DifferenceWitness.Smallest(_outcomes.Scenarios, isIn);
        return new DifferenceWitness(_outcomes.Scenarios[smallest], _outcomes[smallest, pair.Left]!, _outcomes[smallest, pair.Right]!);
    }
}
