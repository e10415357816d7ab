using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A fault that only copies fails where the journal cannot be started: the bug itself.</summary>
public sealed class JournalWithoutChange : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "journal-for-copy";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.MoreJournalStarts;

    /// <inheritdoc/>
    public override string Text => "the handler starts the journal for a fault that does not change the file";

    /// <inheritdoc/>
    public override ImmutableArray<Measure> Shown => [Measure.Result, Measure.JournalStarts];

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return (effects.Facts & StepFacts.JournalWithoutChange) != 0;
    }
}
