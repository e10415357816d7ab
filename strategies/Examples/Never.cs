using Compare.Engine;

namespace Compare.Examples;

/// <summary>Takes no fault for a write to the file, so that every journal handle is one of the block lookup's.</summary>
public sealed class Never : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "never";

    /// <inheritdoc/>
    public override string Condition => "never";

    /// <inheritdoc/>
    public override string Origin => "an example";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => false;
}
