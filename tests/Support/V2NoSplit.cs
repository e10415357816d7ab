using Compare.Engine;

namespace Compare.Tests;

/// <summary>v2 as it would be without its split: what commit 59bf4fb9 fixed in the DAX code.</summary>
internal sealed class V2NoSplit : WritePredicate
{
    public override string Name => "v2-nosplit";

    public override string Condition => "as v2, but a PMD fault falls back without a split";

    public override string Origin => "tests";

    public override WriteDecision Decide(in Fault fault) => fault.Level switch
    {
        FaultLevel.Pte => fault.IsWrite && !fault.HasCowPage,
        FaultLevel.Pmd => fault.IsWrite && !fault.IsShared ? WriteDecision.FallBack(split: false, count: true) : fault.IsWrite,
        _ => WriteDecision.FallBack(split: false, count: false),
    };
}
