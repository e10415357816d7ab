namespace Compare.Comparison;

/// <summary>Something that is said about a strategy, on its own, where what it did gives reason to.</summary>
/// <param name="Id">The name by which it is reported; part of what a sign-off is bound to.</param>
/// <param name="Severity">How much it matters, in the order that classes of differences have as well.</param>
/// <param name="Text">What the strategy does, in one line.</param>
/// <param name="Shown">The measures in which a person sees it.</param>
/// <param name="IsBroken">Whether a step broke the rule; null where outcomes of several strategies are judged and not a step.</param>
/// <remarks>A new rule is a row of <see cref="All"/>. Without DAX a strategy has no part in what happens, and no step is judged.</remarks>
public sealed record FindingRule(
    string Id,
    DifferenceSeverity Severity,
    string Text,
    ImmutableArray<Measure> Shown,
    Func<Effects, bool>? IsBroken)
{
    /// <summary>The rule whose findings name two locks.</summary>
    internal const string LockOrder = "lock-order";

    private const DifferenceSeverity AtRisk = DifferenceSeverity.DataAtRisk;
    private static readonly ImmutableArray<Measure> ResultAndCalls = [Measure.Result, Measure.Handler];

    /// <summary>Every rule, in the order in which they are reported; at most 32, the bits of a mask. The last one is about outcomes.</summary>
    public static ImmutableArray<FindingRule> All { get; } =
    [
        // Two tasks that take locks in opposite order can wait for each other for ever.
        new(LockOrder, AtRisk, "a lock is taken while one is held that the shipped handlers take after it", ResultAndCalls,
            effects => effects.Locks.IsInverted),

        // A lock that outlives the fault stops the next one that needs it.
        new("lock-held", AtRisk, "a lock is still held after the fault", ResultAndCalls,
            effects => effects.Result != StepResult.Blocked && effects.Locks.AnyHeld),

        // A frozen file system promises that nothing changes until the thaw.
        new("frozen-write", AtRisk, "a page of a file on a frozen file system becomes writable in a shared mapping", [Measure.Result, Measure.Page],
            effects => Has(effects, StepFacts.SharedWriteWhileFrozen)),

        // Backup and build tools trust the time of a file that changed.
        new("time-kept", AtRisk, "a page of the file becomes writable in a shared mapping and the file's time stays", [Measure.Page, Measure.MtimeChanged],
            effects => Has(effects, StepFacts.SharedWrite) && !effects.TimeChanged),

        // Where the handler starts none, the lookup starts one of its own; ext4 starts the journal before it locks an entry.
        new("blocks-outside-handle", AtRisk, "blocks are allocated or converted under a journal handle that the block lookup starts, with the DAX entry locked, and under none of the handler",
            [Measure.JournalStarts, Measure.IomapStarts, Measure.BlocksDelta],
            effects => Has(effects, StepFacts.AllocatedOutsideHandler)),

        // A fault that only copies fails where the journal cannot be started: the bug itself.
        new("journal-for-copy", DifferenceSeverity.MoreJournalStarts, "the handler starts the journal for a fault that does not change the file",
            [Measure.Result, Measure.JournalStarts],
            effects => Has(effects, StepFacts.JournalWithoutChange)),

        // The time of a file that nobody changed lies.
        new("time-for-copy", DifferenceSeverity.Bookkeeping, "the handler changes the file's time for a fault that does not change the file",
            [Measure.Result, Measure.MtimeChanged],
            effects => Has(effects, StepFacts.TimeWithoutChange)),

        // The task never gets on; where the kernel makes the access, it cannot even be killed.
        new("livelock", DifferenceSeverity.Hang, "an access is repeated for ever", ResultAndCalls,
            effects => effects.Result == StepResult.Livelock),

        // The kernel kills the task with its locks held, or the task can only be killed by a restart.
        new("handler-fails", DifferenceSeverity.Hang, "the handler oopses or hangs", ResultAndCalls,
            effects => effects.Result is StepResult.Oops or StepResult.Hang),

        // Freeze protection is for who changes the file; a reader that waits for it waits until the thaw.
        new("frozen-hang", DifferenceSeverity.Hang, "an access that does not change the file hangs on a frozen file system", ResultAndCalls,
            effects => effects.Result == StepResult.Blocked && Has(effects, StepFacts.BlockedWithoutChange)),

        // A program dies of what the file system would have let it do: a load or a copy anywhere, a write where it takes writes.
        new("allowed-fails", DifferenceSeverity.NewFailure, "an access fails that the file system allows: no change of the file, or one that it takes",
            ResultAndCalls,
            effects => effects.Result is not (StepResult.Ok or StepResult.Blocked or StepResult.Livelock)
                && Has(effects, StepFacts.FailedThoughAllowed)),

        // Each start may wait for a commit, whoever makes it; see JournalBeyondFewest.
        new("journal-beyond-fewest", DifferenceSeverity.MoreJournalStarts,
            "the journal is started more often than another strategy of those run needs to succeed",
            [Measure.JournalStarts, Measure.IomapStarts, Measure.Handler],
            IsBroken: null),
    ];

    /// <summary>The rules by which steps are judged: the first ones of <see cref="All"/>.</summary>
    public static ImmutableArray<FindingRule> OfSteps { get; } = [.. All.TakeWhile(rule => rule.IsOfSteps)];

    /// <summary>The rules that endanger data or another task, a bit for each: what makes a difference one of safety.</summary>
    internal static uint Dangers { get; } = Mask(rule => rule.Severity == AtRisk);

    /// <summary>The rules that tell right from wrong, a bit for each: an allowed access fails or hangs, or data is at risk. The others tell what a
    /// strategy costs.</summary>
    internal static uint Wrongs { get; } = Mask(rule => rule.Severity <= DifferenceSeverity.NewFailure);

    /// <summary>Whether steps are judged; else the outcomes of several strategies.</summary>
    public bool IsOfSteps => IsBroken is not null;

    /// <summary>What is counted beside the scenarios, one of it.</summary>
    public string Unit => IsOfSteps ? "step" : "start";

    /// <summary>Judges a step.</summary>
    /// <param name="mount">With or without DAX.</param>
    /// <param name="effects">What the step did.</param>
    /// <returns>A bit for each rule that it broke; index as in <see cref="All"/>.</returns>
    internal static uint Judge(Mount mount, Effects effects)
    {
        if (mount != Mount.Dax
            || (effects.Facts == StepFacts.None && !effects.Locks.IsInverted && !effects.Locks.AnyHeld && !effects.Result.EndsRun()))
        {
            return 0;
        }

        var broken = 0u;
        for (var i = 0; i < OfSteps.Length; i++)
        {
            broken |= OfSteps[i].IsBroken!(effects) ? 1u << i : 0;
        }

        return broken;
    }

    /// <summary>The bit of a rule about steps.</summary>
    /// <param name="id">Its name.</param>
    internal static uint BitOf(string id) => Mask(rule => rule.Id == id);

    /// <summary>The severity of the worst of some rules about steps; at least one.</summary>
    internal static DifferenceSeverity Worst(uint rules) => OfSteps.Where((_, i) => (rules >> i & 1) != 0).Min(rule => rule.Severity);

    private static uint Mask(Func<FindingRule, bool> isIn) => OfSteps.Select((rule, i) => isIn(rule) ? 1u << i : 0).Aggregate((a, b) => a | b);

    private static bool Has(Effects effects, StepFacts facts) => (effects.Facts & facts) != 0;
}
