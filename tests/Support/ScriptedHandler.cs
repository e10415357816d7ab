using Compare.Engine;

namespace Compare.Tests;

/// <summary>A whole handler made of one function. A cycle that the engine does not notice ends with an exception, not never.</summary>
internal sealed class ScriptedHandler(Func<Fault, IKernelOperations, VmFault> script) : FaultHandler
{
    private const int Patience = 10_000;

    private int _calls;

    public override string Name => "scripted";

    public override string Condition => "whatever the test says";

    public override string Origin => "tests";

    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        => ++_calls <= Patience ? script(fault, kernel) : throw new InvalidOperationException("The fault repeats and nobody notices.");
}
