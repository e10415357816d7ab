using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The time of a file that nobody changed lies.</summary>
public sealed class TimeWithoutChange : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "time-for-copy";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.Bookkeeping;

    /// <inheritdoc/>
    public override string Text => "the handler changes the file's time for a fault that does not change the file";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.Result, Measure.MtimeChanged];

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return (effects.Facts & StepFacts.TimeWithoutChange) != 0;
    }
}
