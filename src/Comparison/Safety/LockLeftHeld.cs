using Compare.Engine;

namespace Compare.Comparison;

/// <summary>A lock that outlives the fault stops the next one that needs it.</summary>
public sealed class LockLeftHeld : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "lock-held";

    /// <inheritdoc/>
    public override string Text => "a lock is still held after the fault";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return effects.Result != StepResult.Blocked && effects.Locks.AnyHeld;
    }
}
