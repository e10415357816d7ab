using Compare.Engine;

namespace Compare.Comparison;

/// <summary>A program dies of what the file system would have let it do: a load or a copy anywhere, a write where it takes writes.</summary>
public sealed class AllowedAccessFailed : StepRule
{
    /// <inheritdoc/>
    public override string Id => "allowed-fails";

    /// <inheritdoc/>
    public override DifferenceSeverity Severity => DifferenceSeverity.NewFailure;

    /// <inheritdoc/>
    public override string Text => "an access fails that the file system allows: no change of the file, or one that it takes";

    /// <inheritdoc/>
    public override bool IsBroken(FileSystemState fileSystem, Effects effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return effects.Result is not (StepResult.Ok or StepResult.Blocked or StepResult.Livelock)
            && (effects.Facts & StepFacts.FailedThoughAllowed) != 0;
    }
}
