using Compare.Engine;

namespace Compare.Strategies;

/// <summary>The handler before the fix: every write fault is taken for a write to the file.</summary>
public sealed class Original : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "original";

    /// <inheritdoc/>
    public override string Condition => "the fault is a write";

    /// <inheritdoc/>
    public override string Origin => "fs/ext4/file.c before v4.14";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => fault.IsWrite;
}
