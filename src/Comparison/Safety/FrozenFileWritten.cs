using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A frozen file system promises that nothing changes until the thaw.</summary>
public sealed class FrozenFileWritten : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "frozen-write";

    /// <inheritdoc/>
    public override string Text => "a page of a file on a frozen file system becomes writable in a shared mapping";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.Result, Measure.Page];

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return fileSystem == FileSystemState.Frozen && (effects.Facts & StepFacts.SharedWrite) != 0;
    }
}
