namespace Compare.Engine;

/// <summary>
/// A strategy that differs from the others only in when it takes a fault for a write to the file. The rest of
/// <c>ext4_dax_huge_fault</c> (fs/ext4/file.c) is the same for all and sealed here.
/// </summary>
public abstract class WritePredicate : FaultHandler
{
    /// <summary>Decides whether the fault writes to the file.</summary>
    /// <param name="fault">What faulted.</param>
    /// <returns>Journal, no journal, or fall back; a <see langword="bool"/> converts.</returns>
    public abstract WriteDecision Decide(in Fault fault);

    /// <inheritdoc/>
    public sealed override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var decision = Decide(in fault);
        if (decision.FallsBack)
        {
            if (decision.Splits)
            {
                kernel.SplitHugePmd();
            }

            if (decision.Counts)
            {
                kernel.CountFallback();
            }

            return VmFault.Fallback;
        }

        return decision.StartsJournal ? Write(kernel) : Read(kernel);
    }

    private static VmFault Read(IKernelOperations kernel)
    {
        kernel.LockMapping();
        var result = kernel.DaxFault(out _);
        kernel.UnlockMapping();
        return result;
    }

    private static VmFault Write(IKernelOperations kernel)
    {
        kernel.StartPageFault();
        kernel.UpdateTime();
        kernel.LockMapping();
        var result = VmFault.SigBus;
        for (var retries = 0; ; retries++)
        {
            if (kernel.JournalStart() != Errno.None)
            {
                break;
            }

            result = kernel.DaxFault(out var error);
            kernel.JournalStop();
            if (!kernel.RetriesAllocation(error, retries))
            {
                break;
            }
        }

        kernel.UnlockMapping();
        kernel.EndPageFault();
        return result;
    }
}
