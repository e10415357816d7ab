namespace Compare.Comparison;

/// <summary>What one contender's steps came to, over all scenarios.</summary>
/// <param name="SigBus">Steps that ended in SIGBUS.</param>
/// <param name="Blocked">Steps that blocked.</param>
/// <param name="Livelock">Steps that repeat for ever.</param>
/// <param name="Oops">Steps in which the handler oopsed.</param>
/// <param name="Hang">Steps in which the handler hung.</param>
/// <param name="JournalStarts">Journal starts by the handler; none counted for a livelock.</param>
/// <param name="LookupStarts">Journal starts by the block lookup; none counted for a livelock.</param>
public readonly record struct ContenderTally(
    long SigBus, long Blocked, long Livelock, long Oops, long Hang, long JournalStarts, long LookupStarts)
{
    internal ContenderTally With(Outcome outcome, long times) => new(
        SigBus + (times * outcome.Count(StepResult.SigBus)),
        Blocked + (times * outcome.Count(StepResult.Blocked)),
        Livelock + (times * outcome.Count(StepResult.Livelock)),
        Oops + (times * outcome.Count(StepResult.Oops)),
        Hang + (times * outcome.Count(StepResult.Hang)),
        JournalStarts + (times * outcome.JournalStarts),
        LookupStarts + (times * outcome.LookupStarts));
}

/// <summary>How often a contender broke a rule.</summary>
/// <param name="Steps">Steps that broke it.</param>
/// <param name="Witness">Id of the first scenario with such a step, in ordinal order; <see langword="null"/> where there is none.</param>
/// <param name="Step">The step there, from 1.</param>
public readonly record struct BrokenRuleCount(long Steps, string? Witness, int Step);

/// <summary>How often, and how, two contenders differ.</summary>
public sealed class PairTally
{
    private readonly long[] _counts = new long[Enum.GetValues<DifferenceKind>().Length];

    internal PairTally(int left, int right) => (Left, Right) = (left, right);

    /// <summary>Index of the left contender.</summary>
    public int Left { get; }

    /// <summary>Index of the right contender.</summary>
    public int Right { get; }

    /// <summary>Scenarios compared.</summary>
    public long Scenarios => _counts.Sum();

    /// <summary>Scenarios of a kind.</summary>
    /// <param name="kind">What the two differ in first.</param>
    public long this[DifferenceKind kind] => _counts[(int)kind];

    internal void Add(DifferenceKind kind) => _counts[(int)kind]++;
}

/// <summary>What a run of a matrix came to, and the scenarios in which strategies differ, gathered part by part.</summary>
public sealed class MatrixSummary
{
    private readonly Dictionary<int, long>[] _outcomes;
    private readonly BrokenRuleCount[][] _broken;
    private readonly PairTally[] _pairs;
    private readonly string? _base;
    private OutcomeDifferences? _differences;
    private OutcomePool? _pool;

    /// <summary>An empty summary.</summary>
    /// <param name="contenders">The contenders of every part.</param>
    /// <param name="baseStrategy">The strategy that is on the left wherever it is one of two; none: the order alone decides.</param>
    public MatrixSummary(IEnumerable<ContenderName> contenders, string? baseStrategy = null)
    {
        _base = baseStrategy;
        Contenders = [.. contenders];
        _outcomes = [.. Contenders.Select(_ => new Dictionary<int, long>())];
        _broken = [.. Contenders.Select(_ => new BrokenRuleCount[FindingRule.OfSteps.Length])];
        _pairs = [.. ContenderName.PairsOf(Contenders, baseStrategy).Select(pair => new PairTally(pair.Left, pair.Right))];
    }

    /// <summary>The contenders, in ordinal order.</summary>
    public ImmutableArray<ContenderName> Contenders { get; }

    /// <summary>How many scenarios ran.</summary>
    public long Scenarios { get; private set; }

    /// <summary>How each pair differs: strategies on one kernel, then kernels under one strategy.</summary>
    public IReadOnlyList<PairTally> Pairs => _pairs;

    /// <summary>The summary of a whole set.</summary>
    /// <param name="outcomes">The set.</param>
    /// <param name="baseStrategy">As above.</param>
    public static MatrixSummary Of(OutcomeSet outcomes, string? baseStrategy = null)
    {
        var summary = new MatrixSummary(outcomes.Contenders, baseStrategy);
        summary.Add(outcomes);
        return summary;
    }

    /// <summary>What a contender's steps came to.</summary>
    /// <param name="contender">Index of the contender.</param>
    public ContenderTally Tally(int contender)
        => _outcomes[contender].Aggregate(default(ContenderTally), (tally, item) => tally.With(_pool![item.Key], item.Value));

    /// <summary>What a contender broke.</summary>
    /// <param name="contender">Index of the contender.</param>
    /// <returns>Counts; index as in <see cref="FindingRule.OfSteps"/>.</returns>
    public IReadOnlyList<BrokenRuleCount> Broken(int contender) => _broken[contender];

    /// <summary>Adds a part.</summary>
    /// <param name="part">Outcomes of all contenders; parts come in order of their scenarios and share a pool.</param>
    public void Add(OutcomeSet part)
    {
        _pool = part.Pool;
        _differences ??= new OutcomeDifferences(part.Pool);
        for (var scenario = 0; scenario < part.Scenarios.Length; scenario++)
        {
            Scenarios += part.HasAny(scenario) ? 1 : 0;
            for (var contender = 0; contender < Contenders.Length; contender++)
            {
                Add(part, scenario, contender);
            }

            foreach (var pair in _pairs)
            {
                if (part.IdOf(scenario, pair.Left) is >= 0 and var left && part.IdOf(scenario, pair.Right) is >= 0 and var right)
                {
                    pair.Add(_differences[left, right].Kind);
                }
            }
        }
    }

    /// <summary>The differences between strategies in a part that was added, in ordinal order of scenario and kernel.</summary>
    /// <param name="part">The part.</param>
    public IEnumerable<ScenarioDifference> DifferencesIn(OutcomeSet part)
    {
        var kernels = Enumerable.Range(0, Contenders.Length)
            .GroupBy(i => Contenders[i].KernelName)
            .Select(group => group.OrderBy(i => Contenders[i].StrategyName == _base ? 0 : 1).ToArray())
            .ToArray();
        for (var scenario = 0; scenario < part.Scenarios.Length; scenario++)
        {
            foreach (var kernel in kernels)
            {
                if (KindOf(part, scenario, kernel) is not DifferenceKind.Same and var kind)
                {
                    yield return new(
                        part.Scenarios[scenario],
                        Contenders[kernel[0]].KernelName,
                        kind,
                        [.. kernel.Order().Where(i => part.Has(scenario, i)).Select(i => (Contenders[i].StrategyName, part[scenario, i]!))]);
                }
            }
        }
    }

    private DifferenceKind KindOf(OutcomeSet part, int scenario, int[] contenders)
    {
        var kind = DifferenceKind.Same;
        for (var left = 0; left < contenders.Length; left++)
        {
            for (var right = left + 1; right < contenders.Length; right++)
            {
                if (part.IdOf(scenario, contenders[left]) is >= 0 and var a && part.IdOf(scenario, contenders[right]) is >= 0 and var b)
                {
                    kind = OutcomeDifference.Both(kind, _differences![a, b].Kind);
                }
            }
        }

        return kind;
    }

    private void Add(OutcomeSet part, int scenario, int contender)
    {
        var id = part.IdOf(scenario, contender);
        if (id == OutcomeSet.None)
        {
            return;
        }

        _outcomes[contender][id] = _outcomes[contender].GetValueOrDefault(id) + 1;
        var outcome = part.Pool[id];
        for (var rule = 0; outcome.BrokenRules >> rule != 0; rule++)
        {
            if ((outcome.BrokenRules >> rule & 1) != 0)
            {
                ref var count = ref _broken[contender][rule];
                var (steps, first) = outcome.BrokenBy(rule);
                count = count.Witness is null
                    ? new(steps, part.Scenarios[scenario].Id, first + 1)
                    : count with { Steps = count.Steps + steps };
            }
        }
    }
}
