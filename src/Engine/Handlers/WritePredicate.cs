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

/// <summary>What a write predicate answers for one fault.</summary>
public readonly record struct WriteDecision
{
    private readonly byte _bits;

    private WriteDecision(int bits) => _bits = (byte)bits;

    /// <summary>A write to the file: freeze protection, time, journal.</summary>
    public static WriteDecision Journal => new(1);

    /// <summary>Not a write to the file: only the lock against truncation.</summary>
    public static WriteDecision NoJournal => new(0);

    /// <summary>Return <c>VM_FAULT_FALLBACK</c> at once.</summary>
    /// <param name="split">Split a huge PMD already there first (<c>split_huge_pmd</c>).</param>
    /// <param name="count">Count <c>THP_FAULT_FALLBACK</c>.</param>
    public static WriteDecision FallBack(bool split, bool count) => new(2 | (split ? 4 : 0) | (count ? 8 : 0));

    /// <summary>Whether the handler takes the fault for a write to the file.</summary>
    public bool StartsJournal => (_bits & 1) != 0;

    /// <summary>Whether the handler falls back without trying.</summary>
    public bool FallsBack => (_bits & 2) != 0;

    /// <summary>Whether it splits the huge PMD before it falls back.</summary>
    public bool Splits => (_bits & 4) != 0;

    /// <summary>Whether it counts the fallback.</summary>
    public bool Counts => (_bits & 8) != 0;

    /// <summary>True is <see cref="Journal"/>, false <see cref="NoJournal"/>.</summary>
    /// <param name="write">Whether the fault writes to the file.</param>
    public static implicit operator WriteDecision(bool write) => FromBoolean(write);

    /// <summary>True is <see cref="Journal"/>, false <see cref="NoJournal"/>.</summary>
    /// <param name="write">Whether the fault writes to the file.</param>
    public static WriteDecision FromBoolean(bool write) => write ? Journal : NoJournal;

    /// <summary>As printed in a decision table.</summary>
    public override string ToString() =>
        FallsBack ? "fall back" + (Splits ? ", split" : "") + (Counts ? ", count" : "") : StartsJournal ? "journal" : "no journal";
}
