using Compare.Engine;

namespace Compare.Tests;

/// <summary>A whole handler made of one function.</summary>
internal sealed class ScriptedHandler(Func<Fault, IKernelOperations, VmFault> script) : FaultHandler
{
    public override string Name => "scripted";

    public override string Condition => "whatever the test says";

    public override string Origin => "tests";

    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel) => script(fault, kernel);
}
