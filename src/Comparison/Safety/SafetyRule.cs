using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Something that a strategy endangers, or does where nothing had to be done, whatever the program sees of it.</summary>
public abstract class SafetyRule : StepRule
{
    /// <summary>Every rule of this kind, in the order in which they are reported.</summary>
    public static new ImmutableArray<SafetyRule> All { get; } =
    [
        new LockOrderInverted(),
        new LockLeftHeld(),
        new FrozenFileWritten(),
        new TimeNotUpdated(),
        new BlocksOutsideHandle(),
        new JournalWithoutChange(),
        new TimeWithoutChange(),
    ];

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.DataAtRisk;
}
