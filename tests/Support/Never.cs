using Compare.Engine;

namespace Compare.Tests;

/// <summary>Takes no fault for a write to the file; the block lookup has to start the journal itself.</summary>
internal sealed class Never : WritePredicate
{
    public override string Name => "never";

    public override string Condition => "no fault is a write to the file";

    public override string Origin => "tests";

    public override WriteDecision Decide(in Fault fault) => false;
}
