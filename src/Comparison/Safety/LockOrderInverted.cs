using Compare.Engine;

namespace Compare.Comparison;

/// <summary>Two tasks that take locks in opposite order can wait for each other for ever.</summary>
public sealed class LockOrderInverted : SafetyRule
{
    /// <inheritdoc/>
    public override string Id => "lock-order";

    /// <inheritdoc/>
    public override string Text => "a lock is taken while one is held that the shipped handlers take after it";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return effects.Locks.IsInverted;
    }
}
