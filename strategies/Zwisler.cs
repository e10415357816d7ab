using Compare.Engine;

namespace Compare.Strategies;

/// <summary>The merged fix: a write to the file is a write fault in a shared VMA.</summary>
public sealed class Zwisler : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "zwisler";

    /// <inheritdoc/>
    public override string Condition => "the fault is a write and the VMA has VM_SHARED";

    /// <inheritdoc/>
    public override string Origin => "Zwisler, 2017-08-23; merged in v4.14 as commit fd96b8da68d3";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => fault.IsWrite && fault.IsShared;
}
