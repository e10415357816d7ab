using Compare.Engine;

namespace Compare.Comparison;

/// <summary>A fault that only copies fails where the journal cannot be started: the bug itself.</summary>
public sealed class JournalWithoutChange : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "journal-for-copy";

    /// <inheritdoc/>
    public override string Text => "the handler starts the journal for a fault that does not change the file";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return (effects.Facts & StepFacts.JournalWithoutChange) != 0;
    }
}
