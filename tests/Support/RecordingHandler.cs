using Compare.Engine;

namespace Compare.Tests;

/// <summary>Handles faults as another strategy does, and keeps what it was asked.</summary>
internal sealed class RecordingHandler(FaultHandler inner) : FaultHandler
{
    public HashSet<Fault> Asked { get; } = [];

    public override string Name => inner.Name;

    public override string Condition => inner.Condition;

    public override string Origin => inner.Origin;

    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
    {
        Asked.Add(fault);
        return inner.HugeFault(in fault, kernel);
    }
}
