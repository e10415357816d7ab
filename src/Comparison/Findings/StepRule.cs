using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Comparison;

/// <summary>A rule that is judged step by step on <c>-o dax</c>: without it the strategy has no part in what happens.</summary>
public abstract class StepRule : FindingRule
{
    /// <summary>Every rule of this kind: those of safety, then what the program sees. At most 32, the bits of a mask.</summary>
    public static new ImmutableArray<StepRule> All { get; } =
    [
        .. SafetyRule.All,
        new Livelock(),
        new HangWithoutWrite(),
        new AllowedAccessFailed(),
    ];

    /// <summary>Whether a step broke the rule.</summary>
    /// <param name="fileSystem">State of the file system.</param>
    /// <param name="effects">What the step did.</param>
    public abstract bool IsBroken(FileSystemState fileSystem, Effects effects);
}
