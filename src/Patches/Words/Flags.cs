namespace Compare.Patches;

/// <summary>The bits of the kernel's flags, as include/linux/mm.h counts them, and the engine's flags that they stand for.</summary>
internal static class Flags
{
    /// <summary>Bits of <c>vmf-&gt;flags</c>.</summary>
    public static ImmutableArray<(string Name, long Bit, FaultFlags Flag)> OfFault { get; } =
    [
        ("FAULT_FLAG_WRITE", 0x01, FaultFlags.Write),
        ("FAULT_FLAG_MKWRITE", 0x02, FaultFlags.MkWrite),
        ("FAULT_FLAG_USER", 0x40, FaultFlags.User),
        ("FAULT_FLAG_REMOTE", 0x80, FaultFlags.Remote),
    ];

    /// <summary>Bits of <c>vma-&gt;vm_flags</c>.</summary>
    public static ImmutableArray<(string Name, long Bit, VmFlags Flag)> OfVma { get; } =
    [
        ("VM_READ", 0x01, VmFlags.Read),
        ("VM_WRITE", 0x02, VmFlags.Write),
        ("VM_SHARED", 0x08, VmFlags.Shared),
        ("VM_MAYREAD", 0x10, VmFlags.MayRead),
        ("VM_MAYWRITE", 0x20, VmFlags.MayWrite),
        ("VM_MAYSHARE", 0x80, VmFlags.MayShare),
    ];

    /// <summary>Bits that a handler may return or be given, and that the model has.</summary>
    public static ImmutableArray<(string Name, long Bit, VmFault Flag)> OfResult { get; } =
    [
        ("VM_FAULT_OOM", 0x0001, VmFault.Oom),
        ("VM_FAULT_SIGBUS", 0x0002, VmFault.SigBus),
        ("VM_FAULT_WRITE", 0x0008, VmFault.Write),
        ("VM_FAULT_NOPAGE", 0x0100, VmFault.NoPage),
        ("VM_FAULT_LOCKED", 0x0200, VmFault.Locked),
        ("VM_FAULT_RETRY", 0x0400, VmFault.Retry),
        ("VM_FAULT_FALLBACK", 0x0800, VmFault.Fallback),
        ("VM_FAULT_DONE_COW", 0x1000, VmFault.DoneCow),
    ];

    /// <summary>Bits that the modelled path never sets, so that a handler may ask for them: no mapping of a scenario is made so.</summary>
    public static ImmutableArray<(string Name, long Bit)> NeverSet { get; } =
    [
        ("VM_PFNMAP", 0x0400),
        ("VM_IO", 0x4000),
        ("VM_DONTCOPY", 0x2_0000),
        ("VM_HUGETLB", 0x40_0000),
        ("VM_SYNC", 0x80_0000),
        ("VM_FAULT_MAJOR", 0x0004),
        ("VM_FAULT_HWPOISON", 0x0010),
        ("VM_FAULT_HWPOISON_LARGE", 0x0020),
        ("VM_FAULT_SIGSEGV", 0x0040),
        ("VM_FAULT_NEEDDSYNC", 0x2000),
    ];

    /// <summary><c>VM_FAULT_ERROR</c>: the bits that end a fault, and falling back.</summary>
    public const long Error = 0x0001 | 0x0002 | 0x0010 | 0x0020 | 0x0040 | 0x0800;

    /// <summary>The bits of a fault.</summary>
    public static long Of(FaultFlags flags)
    {
        var bits = 0L;
        foreach (var (_, bit, flag) in OfFault)
        {
            bits |= (flags & flag) != 0 ? bit : 0;
        }

        return bits;
    }

    /// <summary>The bits of a VMA.</summary>
    public static long Of(VmFlags flags)
    {
        var bits = 0L;
        foreach (var (_, bit, flag) in OfVma)
        {
            bits |= (flags & flag) != 0 ? bit : 0;
        }

        return bits;
    }

    /// <summary>The bits of what the DAX fault returned; that it never returned is the engine's own flag and no bit.</summary>
    public static long Of(VmFault flags)
    {
        var bits = 0L;
        foreach (var (_, bit, flag) in OfResult)
        {
            bits |= (flags & flag) != 0 ? bit : 0;
        }

        return bits;
    }

    /// <summary>What a handler returned; null if it has a bit that the model does not have.</summary>
    /// <param name="bits">The bits.</param>
    public static VmFault? ToResult(long bits)
    {
        var flags = VmFault.None;
        foreach (var (_, bit, flag) in OfResult)
        {
            flags |= (bits & bit) != 0 ? flag : VmFault.None;
            bits &= ~bit;
        }

        // VM_FAULT_MAJOR only counts the fault.
        return (bits & ~0x0004) == 0 ? flags : null;
    }
}
