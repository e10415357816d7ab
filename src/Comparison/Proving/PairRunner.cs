namespace Compare.Comparison;

/// <summary>Runs a step on both sides. Where both are predicates on one kernel and the worlds are one, a single run serves both, as long as they answer
/// alike. An instance serves one thread.</summary>
internal sealed class PairRunner
{
    private readonly uint _observed;
    private readonly Kernel _left;
    private readonly Kernel _right;
    private readonly BothPredicates? _both;
    private readonly Kernel _joint;
    private readonly Effects _leftEffects = new();
    private readonly Effects _rightEffects = new();

    /// <summary>A runner.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    /// <param name="observed">The measures in which they are compared, a bit for each.</param>
    public PairRunner(Contender left, Contender right, uint observed)
    {
        _observed = observed;
        KeepsSplits = (observed >> (int)Measure.ThpSplitPmd & 1) != 0;
        _left = new Kernel(left.Kernel, left.Strategy);
        _right = new Kernel(right.Kernel, right.Strategy);
        _both = left.Kernel == right.Kernel && left.Strategy is WritePredicate one && right.Strategy is WritePredicate other
            ? new BothPredicates(one, other)
            : null;
        _joint = _both is null ? _left : new Kernel(left.Kernel, _both);
    }

    /// <summary>Whether the counter is looked at that tells how many processes map a huge page.</summary>
    public bool KeepsSplits { get; }

    /// <summary>How the last step ended, on either side where they agree.</summary>
    public StepResult Result { get; private set; }

    /// <summary>Runs a step from one world for both sides.</summary>
    /// <param name="before">The world.</param>
    /// <param name="step">The step.</param>
    /// <param name="left">The world after it on the left.</param>
    /// <param name="right">The world after it on the right.</param>
    /// <param name="areOne">Whether these two are known to be the same.</param>
    /// <returns>Whether the two sides agree.</returns>
    public bool Run(in World before, Step step, out World left, out World right, out bool areOne)
    {
        if (_both is not null)
        {
            _both.Begin();
            _joint.Run(in before, step, out left, _leftEffects);
            if (!_both.Differ)
            {
                left = left.Without(KeepsSplits);
                right = default;
                Result = _leftEffects.Result;
                areOne = true;
                return true;
            }
        }

        areOne = false;
        return Run(in before, in before, step, out left, out right);
    }

    /// <summary>Runs a step from a world of each side.</summary>
    /// <inheritdoc cref="Run(in World, Step, out World, out World, out bool)"/>
    public bool Run(in World leftBefore, in World rightBefore, Step step, out World left, out World right)
    {
        _left.Run(in leftBefore, step, out left, _leftEffects);
        _right.Run(in rightBefore, step, out right, _rightEffects);
        left = left.Without(KeepsSplits);
        right = right.Without(KeepsSplits);
        Result = _leftEffects.Result;
        return Agree();
    }

    /// <summary>As <see cref="StepOutcome.Agrees"/> for the result and each measure that is looked at, without making outcomes.</summary>
    private bool Agree()
    {
        var (left, right) = (_leftEffects, _rightEffects);
        return left.Result == right.Result
            && (!Sees(Measure.Page) || left.Page == right.Page)
            && (!Sees(Measure.MtimeChanged) || left.TimeChanged == right.TimeChanged)
            && (!Sees(Measure.BlocksDelta) || left.SectorsDelta == right.SectorsDelta)
            && (!Sees(Measure.Handler) || new HandlerCalls(left.Calls).AreThoseOf(right.Calls))
            && (left.Result == StepResult.Livelock
                || ((!Sees(Measure.JournalStarts) || left.JournalStarts == right.JournalStarts)
                    && (!Sees(Measure.IomapStarts) || left.LookupStarts == right.LookupStarts)
                    && (!Sees(Measure.ThpFaultFallback) || left.FaultFallbacks == right.FaultFallbacks)
                    && (!Sees(Measure.ThpSplitPmd) || left.PmdSplits == right.PmdSplits)));
    }

    private bool Sees(Measure measure) => (_observed >> (int)measure & 1) != 0;

    /// <summary>Answers as one predicate does, and notes where the other would not.</summary>
    private sealed class BothPredicates(WritePredicate left, WritePredicate right) : WritePredicate
    {
        public override string Name => "both";

        public override string Condition => "as both do";

        public override string Origin => "two predicates";

        public bool Differ { get; private set; }

        public void Begin() => Differ = false;

        public override WriteDecision Decide(in Fault fault)
        {
            var decision = left.Decide(in fault);
            Differ |= decision != right.Decide(in fault);
            return decision;
        }
    }
}
