using Compare.Engine;

namespace Compare.Examples;

/// <summary>Zwisler's condition, and no write at PUD size, where the fault only falls back: v2's saving in one term more.</summary>
public sealed class ZwislerNoPud : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "zwisler-no-pud";

    /// <inheritdoc/>
    public override string Condition => "the fault is a write, the VMA has VM_SHARED, and the size is not PUD";

    /// <inheritdoc/>
    public override string Origin => "an example; the thread of 2017-08-22 settled";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => fault.IsWrite && fault.IsShared && fault.Level != FaultLevel.Pud;
}
