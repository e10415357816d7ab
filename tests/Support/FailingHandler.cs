using Compare.Engine;

namespace Compare.Tests;

/// <summary>Takes the lock against truncation and fails at the size of a fault, at place 27; larger sizes fall back.</summary>
internal sealed class FailingHandler(HandlerFailure failure, FaultLevel level = FaultLevel.Pud) : FaultHandler
{
    public const int Place = 27;

    public override string Name => failure == HandlerFailure.Oops ? "oopses" : "hangs";

    public override string Condition => "always";

    public override string Origin => "a test";

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
    {
        Calls++;
        if (fault.Level < level)
        {
            return VmFault.Fallback;
        }

        kernel.LockMapping();
        kernel.Fail(failure, Place);
        return VmFault.NoPage;
    }

    public override string DescribePlace(int place) => $"mine.c:{place}:9: reads through NULL";
}
