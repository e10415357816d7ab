namespace Compare.Comparison;

/// <summary>What every predicate of the usual shape does in the scenarios of a matrix on one kernel.</summary>
internal sealed class PredicateSpace
{
    private readonly OutcomePool _pool;
    private readonly Dictionary<int, uint> _supports = [];

    private PredicateSpace(string kernel, OutcomePool pool, Diagrams diagrams, ImmutableArray<SpaceFunction> functions, ImmutableArray<int> patterns, ImmutableArray<SpaceGuest> guests)
    {
        (Kernel, _pool, Diagrams, Functions, Patterns, Guests) = (kernel, pool, diagrams, functions, patterns, guests);
        Cells = [.. PredicateCell.All.Select((_, cell) => (Cell: cell, Smallest: SmallestOf(cell))).Where(item => item.Smallest is not null).Select(item => new AskedCell(item.Cell, item.Smallest!))];
        Sets = new TableSets(diagrams, [.. Cells.Select(cell => cell.Cell)]);
        Safe = functions
            .Select(function => Sets.Where(function.Function, value => OutcomeOf(value).BrokenRules == 0))
            .Distinct()
            .Aggregate(TableSets.All, Sets.Both);
    }

    /// <summary>Name of the kernel.</summary>
    public string Kernel { get; }

    /// <summary>The store of all functions here.</summary>
    public Diagrams Diagrams { get; }

    /// <summary>Sets of tables.</summary>
    public TableSets Sets { get; }

    /// <summary>What the scenarios come to, each function once, in the order of the first scenario.</summary>
    public ImmutableArray<SpaceFunction> Functions { get; }

    /// <summary>What the accesses of <see cref="AccessPattern.All"/> come to.</summary>
    public ImmutableArray<int> Patterns { get; }

    /// <summary>The cells that are asked: those whose answer changes what some scenario comes to, in order.</summary>
    public ImmutableArray<AskedCell> Cells { get; }

    /// <summary>The strategies that ran beside.</summary>
    public ImmutableArray<SpaceGuest> Guests { get; }

    /// <summary>How many scenarios ran.</summary>
    public int Scenarios => Functions.Sum(function => function.Scenarios);

    /// <summary>The tables that break no rule about steps in any scenario.</summary>
    public int Safe { get; }

    /// <summary>Runs the scenarios of a matrix for every predicate at once.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="strategies">Strategies to find in the space.</param>
    /// <param name="scenarios">The scenarios, in ordinal order of the id.</param>
    /// <param name="report">Told how many scenarios are done, some at a time.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static PredicateSpace Of(KernelProfile kernel, IEnumerable<FaultHandler> strategies, IEnumerable<Scenario> scenarios, Action<int> report)
    {
        var pool = new OutcomePool();
        var runner = new OpenRunner(kernel, pool);
        var found = new Dictionary<int, SpaceFunction>();
        var guests = strategies.Select(strategy => new SpaceGuest(new Contender(kernel, strategy), pool)).ToImmutableArray();
        foreach (var scenario in scenarios)
        {
            var function = runner.Run(scenario);
            found[function] = found.TryGetValue(function, out var known) ? known.And(scenario) : new SpaceFunction(function, 1, scenario);
            foreach (var guest in guests)
            {
                guest.Add(scenario, runner.Diagrams, function);
            }

            report(1);
        }

        return new(kernel.Name, pool, runner.Diagrams, [.. found.Values], [.. AccessPattern.All.Select(pattern => runner.Run(pattern.Scenario))], guests);
    }

    /// <summary>The outcome of a value of a function.</summary>
    /// <param name="value">The value.</param>
    public Outcome OutcomeOf(int value) => _pool[value];

    /// <summary>The cells that a function asks, a bit for each.</summary>
    /// <param name="function">The function.</param>
    public uint SupportOf(int function) => Diagrams.SupportOf(function, _supports);

    /// <summary>The rules that a table breaks in some scenario, a bit for each.</summary>
    /// <param name="table">The index of the answer to each cell.</param>
    public uint BrokenBy(ImmutableArray<byte> table)
        => Functions.Aggregate(0u, (rules, function) => rules | OutcomeOf(Diagrams.Evaluate(function.Function, table.AsSpan())).BrokenRules);

    /// <summary>The worst rule that some tables all break in one scenario, and the smallest such scenario.</summary>
    /// <param name="given">Restricts a function to these tables.</param>
    public (FindingRule? Rule, Scenario? Scenario) BlameOf(Func<int, int> given)
    {
        var found = Functions
            .Select(item => (Rules: Diagrams.ValuesOf(given(item.Function)).Aggregate(uint.MaxValue, (all, value) => all & OutcomeOf(value).BrokenRules), item.Smallest))
            .Where(item => item.Rules != 0)
            .OrderBy(item => item.Smallest.Size)
            .ToArray();
        var worst = FindingRule.OfSteps.Where((_, rule) => Array.Exists(found, item => (item.Rules >> rule & 1) != 0)).MinBy(rule => rule.Severity);
        return (worst, found.FirstOrDefault(item => (item.Rules >> FindingRule.OfSteps.IndexOf(worst!) & 1) != 0).Smallest);
    }

    /// <summary>The last step of an access; none where it is not reached.</summary>
    /// <param name="pattern">Index in <see cref="AccessPattern.All"/>.</param>
    /// <param name="value">The value of its function.</param>
    public StepOutcome? LastOf(int pattern, int value)
    {
        var steps = OutcomeOf(value).Steps;
        return steps.Length == AccessPattern.All[pattern].Scenario.Steps.Length ? steps[^1] : null;
    }

    private Scenario? SmallestOf(int cell) => Functions
        .Where(function => (SupportOf(function.Function) >> cell & 1) != 0)
        .Select(function => function.Smallest)
        .MinBy(scenario => scenario.Size);
}

/// <summary>What some scenarios come to, as a function of the predicate's table.</summary>
/// <param name="Function">Its number in the store; the values are outcomes.</param>
/// <param name="Scenarios">How many scenarios come to it.</param>
/// <param name="Smallest">The smallest of them.</param>
internal sealed record SpaceFunction(int Function, int Scenarios, Scenario Smallest)
{
    /// <summary>The same with one more scenario.</summary>
    /// <param name="scenario">A later one.</param>
    public SpaceFunction And(Scenario scenario)
        => this with { Scenarios = Scenarios + 1, Smallest = scenario.Size.CompareTo(Smallest.Size) < 0 ? scenario : Smallest };
}

/// <summary>A cell that is asked.</summary>
/// <param name="Cell">Its index in <see cref="PredicateCell.All"/>.</param>
/// <param name="Smallest">The smallest scenario in which its answer changes something.</param>
internal sealed record AskedCell(int Cell, Scenario Smallest);
