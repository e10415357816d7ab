using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The lookup then starts a handle of its own, inside the locked DAX entry.</summary>
public sealed class BlocksOutsideHandle : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "blocks-outside-handle";

    /// <inheritdoc/>
    public override string Text => "blocks are allocated or converted while the handler holds no journal handle";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.JournalStarts, Measure.IomapStarts, Measure.BlocksDelta];

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return (effects.Facts & StepFacts.AllocatedOutsideHandler) != 0;
    }
}
