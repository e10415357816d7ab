using Compare.Engine;

namespace Compare.Comparison;

/// <summary>The task repeats one fault and never gets on; where the kernel makes the access, it cannot even be killed.</summary>
public sealed class Livelock : StepRule
{
    /// <inheritdoc/>
    public override string Id => "livelock";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.Hang;

    /// <inheritdoc/>
    public override string Text => "an access is repeated for ever";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return effects.Result == StepResult.Livelock;
    }
}
