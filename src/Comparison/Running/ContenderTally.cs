using Compare.Engine;

namespace Compare.Comparison;

/// <summary>What one contender's steps came to, over all scenarios.</summary>
/// <param name="SigBus">Steps that ended in SIGBUS.</param>
/// <param name="Blocked">Steps that blocked.</param>
/// <param name="Livelock">Steps that repeat for ever.</param>
/// <param name="JournalStarts">Journal starts by the handler; none counted for a livelock.</param>
/// <param name="LookupStarts">Journal starts by the block lookup; none counted for a livelock.</param>
public readonly record struct ContenderTally(long SigBus, long Blocked, long Livelock, long JournalStarts, long LookupStarts)
{
    /// <summary>Both counts together.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static ContenderTally operator +(ContenderTally left, ContenderTally right) => Add(left, right);

    /// <summary>Both counts together.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static ContenderTally Add(ContenderTally left, ContenderTally right) => new(
        left.SigBus + right.SigBus,
        left.Blocked + right.Blocked,
        left.Livelock + right.Livelock,
        left.JournalStarts + right.JournalStarts,
        left.LookupStarts + right.LookupStarts);

    internal ContenderTally With(Effects effects) => effects.Result == StepResult.Livelock
        ? this with { Livelock = Livelock + 1 }
        : new(
            SigBus + (effects.Result == StepResult.SigBus ? 1 : 0),
            Blocked + (effects.Result == StepResult.Blocked ? 1 : 0),
            Livelock,
            JournalStarts + effects.JournalStarts,
            LookupStarts + effects.LookupStarts);
}
