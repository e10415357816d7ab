using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Backup and build tools trust the time of a file that changed.</summary>
public sealed class TimeNotUpdated : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "time-kept";

    /// <inheritdoc/>
    public override string Text => "a page of the file becomes writable in a shared mapping and the file's time stays";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.Page, Measure.MtimeChanged];

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return (effects.Facts & StepFacts.SharedWrite) != 0 && !effects.TimeChanged;
    }
}
