using Compare.Engine;

namespace Compare.Strategies;

/// <summary>The second version of the first fix: it decides by the size of the fault.</summary>
public sealed class V2 : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "v2";

    /// <inheritdoc/>
    public override string Condition =>
        "PTE: a write without cow_page; PMD: a write, split and fall back without VM_SHARED; PUD: fall back";

    /// <inheritdoc/>
    public override string Origin => "Dodgen, 2017-08-22";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => fault.Level switch
    {
        FaultLevel.Pte => fault.IsWrite && !fault.HasCowPage,
        FaultLevel.Pmd => fault.IsWrite && !fault.IsShared ? WriteDecision.FallBack(split: true, count: true) : fault.IsWrite,
        _ => WriteDecision.FallBack(split: false, count: false),
    };
}
