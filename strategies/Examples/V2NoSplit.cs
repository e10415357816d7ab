using Compare.Engine;

namespace Compare.Examples;

/// <summary>v2 that forgets to split a huge PMD before it falls back: on v4.13 a load and then a store spin for ever.</summary>
public sealed class V2NoSplit : WritePredicate
{
    /// <inheritdoc/>
    public override string Name => "v2-nosplit";

    /// <inheritdoc/>
    public override string Condition => "as v2, without the split at PMD size";

    /// <inheritdoc/>
    public override string Origin => "an example; run on both kernels beside v2";

    /// <inheritdoc/>
    public override WriteDecision Decide(in Fault fault) => fault.Level switch
    {
        FaultLevel.Pte => fault.IsWrite && !fault.HasCowPage,
        FaultLevel.Pmd => fault.IsWrite && !fault.IsShared ? WriteDecision.FallBack(split: false, count: true) : fault.IsWrite,
        _ => WriteDecision.FallBack(split: false, count: false),
    };
}
