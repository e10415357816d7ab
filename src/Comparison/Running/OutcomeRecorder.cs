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
    private int _node;

    public void Begin() => _node = Root;

    /// <summary>Adds a step.</summary>
    /// <param name="effects">What it did.</param>
    /// <param name="broken">The rules that it broke.</param>
    public void Add(Effects effects, uint broken)
    {
        if (!_steps.TryGetValue(new JudgedEffects(effects, broken), out var step))
        {
            step = _stepOf.Count;
            var made = new JudgedEffects(effects, broken).Make();
            _stepOf.Add(made);
            _steps.Dictionary.Add(made, step);
        }

        if (!_nodes.TryGetValue((_node, step), out var node))
        {
            node = _tree.Count;
            _tree.Add((_node, step, Unknown));
            _nodes.Add((_node, step), node);
        }

        _node = node;
    }

    /// <summary>The id of the outcome of the steps added.</summary>
    public int Finish()
    {
        var (parent, last, outcome) = _tree[_node];
        if (outcome == Unknown)
        {
            var steps = new Stack<(StepOutcome Step, uint Broken)>();
            for (var node = _node; node != Root; node = _tree[node].Parent)
            {
                steps.Push(_stepOf[_tree[node].Step]);
            }

            outcome = pool.IdOf(new Outcome([.. steps.Select(step => step.Step)], [.. steps.Select(step => step.Broken)]));
            _tree[_node] = (parent, last, outcome);
        }

        return outcome;
    }

    /// <summary>Effects as the key of a step that may be known.</summary>
    private readonly struct JudgedEffects(Effects effects, uint broken)
    {
        public (StepOutcome Step, uint Broken) Make() => (
            new StepOutcome(
                effects.Result,
                effects.Page,
                new HandlerCalls(effects.Calls),
                Counted(effects.JournalStarts),
                Counted(effects.LookupStarts),
                Counted(effects.FaultFallbacks),
                Counted(effects.PmdSplits),
                effects.TimeChanged ? 1 : 0,
                effects.SectorsDelta),
            broken);

        public bool AreThoseOf((StepOutcome Step, uint Broken) known)
        {
            var step = known.Step;
            return broken == known.Broken
                && effects.Result == step.Result
                && effects.Page == step.Page
                && Counted(effects.JournalStarts) == step.JournalStarts
                && Counted(effects.LookupStarts) == step.LookupStarts
                && Counted(effects.FaultFallbacks) == step.FaultFallbacks
                && Counted(effects.PmdSplits) == step.PmdSplits
                && (effects.TimeChanged ? 1 : 0) == step.TimeChanged
                && effects.SectorsDelta == step.SectorsDelta
                && step.Calls.AreThoseOf(effects.Calls);
        }

        public int Hash() => StepComparer.Hash(
            effects.Result,
            effects.Page,
            Counted(effects.JournalStarts),
            Counted(effects.LookupStarts),
            Counted(effects.FaultFallbacks),
            effects.SectorsDelta,
            HandlerCalls.HashOf(effects.Calls));

        /// <summary>A counter that runs on for ever has no value.</summary>
        private int Counted(int count) => effects.Result == StepResult.Livelock ? 0 : count;
    }

    private sealed class StepComparer
        : IEqualityComparer<(StepOutcome Step, uint Broken)>, IAlternateEqualityComparer<JudgedEffects, (StepOutcome Step, uint Broken)>
    {
        public bool Equals((StepOutcome Step, uint Broken) x, (StepOutcome Step, uint Broken) y) => x.Broken == y.Broken && x.Step == y.Step;

        public int GetHashCode((StepOutcome Step, uint Broken) obj) => Hash(
            obj.Step.Result,
            obj.Step.Page,
            obj.Step.JournalStarts,
            obj.Step.LookupStarts,
            obj.Step.FaultFallbacks,
            obj.Step.SectorsDelta,
            obj.Step.Calls.GetHashCode());

        public bool Equals(JudgedEffects alternate, (StepOutcome Step, uint Broken) other) => alternate.AreThoseOf(other);

        public int GetHashCode(JudgedEffects alternate) => alternate.Hash();

        public (StepOutcome Step, uint Broken) Create(JudgedEffects alternate) => alternate.Make();

        public static int Hash(StepResult result, MappedPage page, int starts, int lookups, int fallbacks, int sectors, int calls)
            => HashCode.Combine((int)result | ((int)page << 8), starts, lookups, fallbacks, sectors, calls);
    }
}
