using Compare.Engine;

namespace Compare.Comparison;

/// <summary>Freeze protection is for who changes the file; a reader that waits for it waits until the thaw.</summary>
public sealed class HangWithoutWrite : StepRule
{
    /// <inheritdoc/>
    public override string Id => "frozen-hang";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.Hang;

    /// <inheritdoc/>
    public override string Text => "an access that does not change the file hangs on a frozen file system";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return fileSystem == FileSystemState.Frozen
            && effects.Result == StepResult.Blocked
            && (effects.Facts & StepFacts.BlockedWithoutChange) != 0;
    }
}
