using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Comparison;

/// <summary>Something that a strategy endangers, judged step by step on <c>-o dax</c>, on its own and not against another strategy.</summary>
public abstract class SafetyRule
{
    /// <summary>Every rule, in the order in which they are reported.</summary>
    public static ImmutableArray<SafetyRule> All { get; } =
    [
        new LockOrderInverted(),
        new LockLeftHeld(),
        new FrozenFileWritten(),
        new TimeNotUpdated(),
        new BlocksOutsideHandle(),
        new JournalWithoutChange(),
        new TimeWithoutChange(),
    ];

    /// <summary>The name by which it is reported.</summary>
    public abstract string Id { get; }

    /// <summary>What is endangered, in one line.</summary>
    public abstract string Text { get; }

    /// <summary>Whether a step broke the rule.</summary>
    /// <param name="fileSystem">State of the file system.</param>
    /// <param name="effects">What the step did.</param>
    public abstract bool IsBroken(FileSystemState fileSystem, Effects effects);
}
