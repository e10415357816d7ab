namespace Compare.Comparison;

/// <summary>Turns the effects of steps into ids of outcomes. What was seen before costs two look-ups a step and no allocation. Not for
/// several threads at once.</summary>
/// <param name="pool">Takes outcomes that are new here; may be shared.</param>
internal sealed class OutcomeRecorder(OutcomePool pool)
{
    private const int Root = -1;
    private const int Unknown = -1;
    private readonly Dictionary<(StepOutcome Step, uint Broken), int>.AlternateLookup<JudgedEffects> _steps =
        new Dictionary<(StepOutcome Step, uint Broken), int>(new StepComparer()).GetAlternateLookup<JudgedEffects>();

    /// <summary>Each step that came after each other one, as a node of a tree: the way to it is the outcome.</summary>
    private readonly Dictionary<(int Node, int Step), int> _nodes = [];
    private readonly List<(int Parent, int Step, int Outcome)> _tree = [];
    private readonly List<(StepOutcome Step, uint Broken)> _stepOf = [];

    /// <summary>The steps added since <see cref="Begin"/>, as a number; set to one that was read to go back there.</summary>
    public int Position { get; set; }

    public void Begin() => Position = Root;

    /// <summary>Adds a step.</summary>
    /// <param name="effects">What it did.</param>
    /// <param name="broken">The rules that it broke.</param>
    public void Add(Effects effects, uint broken) => Add(NumberOf(effects, broken));

    /// <summary>The number of a step, the same for equal ones.</summary>
    /// <param name="effects">What it did.</param>
    /// <param name="broken">The rules that it broke.</param>
    public int NumberOf(Effects effects, uint broken)
    {
        if (!_steps.TryGetValue(new JudgedEffects(effects, broken), out var step))
        {
            step = _stepOf.Count;
            var made = new JudgedEffects(effects, broken).Make();
            _stepOf.Add(made);
            _steps.Dictionary.Add(made, step);
        }

        return step;
    }

    /// <summary>Adds a step that has a number.</summary>
    /// <param name="step">What <see cref="NumberOf"/> gave.</param>
    public void Add(int step)
    {
        if (!_nodes.TryGetValue((Position, step), out var node))
        {
            node = _tree.Count;
            _tree.Add((Position, step, Unknown));
            _nodes.Add((Position, step), node);
        }

        Position = node;
    }

    /// <summary>The id of the outcome of the steps added.</summary>
    public int Finish()
    {
        var (parent, last, outcome) = _tree[Position];
        if (outcome == Unknown)
        {
            var steps = new Stack<(StepOutcome Step, uint Broken)>();
            for (var node = Position; node != Root; node = _tree[node].Parent)
            {
                steps.Push(_stepOf[_tree[node].Step]);
            }

            outcome = pool.IdOf(new Outcome([.. steps.Select(step => step.Step)], [.. steps.Select(step => step.Broken)]));
            _tree[Position] = (parent, last, outcome);
        }

        return outcome;
    }

    /// <summary>Effects as the key of a step that may be known. The calls are compared where they are: only a new step copies them.</summary>
    private readonly struct JudgedEffects(Effects effects, uint broken)
    {
        private readonly StepOutcome _withoutCalls = new(
            effects.Result,
            effects.Page,
            default,
            Counted(effects, effects.JournalStarts),
            Counted(effects, effects.LookupStarts),
            Counted(effects, effects.FaultFallbacks),
            Counted(effects, effects.PmdSplits),
            effects.TimeChanged ? 1 : 0,
            effects.SectorsDelta);

        public (StepOutcome Step, uint Broken) Make() => (_withoutCalls with { Calls = new HandlerCalls(effects.Calls) }, broken);

        public bool AreThoseOf((StepOutcome Step, uint Broken) known) => broken == known.Broken
            && known.Step.Calls.AreThoseOf(effects.Calls)
            && known.Step with { Calls = default } == _withoutCalls;

        public int Hash() => StepComparer.Hash(_withoutCalls, HandlerCalls.HashOf(effects.Calls));

        /// <summary>A counter that runs on for ever has no value.</summary>
        private static int Counted(Effects effects, int count) => effects.Result == StepResult.Livelock ? 0 : count;
    }

    private sealed class StepComparer
        : IEqualityComparer<(StepOutcome Step, uint Broken)>, IAlternateEqualityComparer<JudgedEffects, (StepOutcome Step, uint Broken)>
    {
        public bool Equals((StepOutcome Step, uint Broken) x, (StepOutcome Step, uint Broken) y) => x == y;

        public int GetHashCode((StepOutcome Step, uint Broken) obj) => Hash(obj.Step, obj.Step.Calls.GetHashCode());

        public bool Equals(JudgedEffects alternate, (StepOutcome Step, uint Broken) other) => alternate.AreThoseOf(other);

        public int GetHashCode(JudgedEffects alternate) => alternate.Hash();

        public (StepOutcome Step, uint Broken) Create(JudgedEffects alternate) => alternate.Make();

        /// <summary>Of what tells most steps apart.</summary>
        public static int Hash(StepOutcome step, int calls) => HashCode.Combine(
            (int)step.Result | ((int)step.Page << 8), step.JournalStarts, step.LookupStarts, step.FaultFallbacks, step.SectorsDelta, calls);
    }
}
