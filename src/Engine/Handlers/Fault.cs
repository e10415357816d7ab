using System.Diagnostics.CodeAnalysis;

namespace Compare.Engine;

/// <summary>What the fault handler is told: the part of <c>struct vm_fault</c> and its VMA that a predicate can see.</summary>
/// <param name="Level">The size at which the handler is asked.</param>
/// <param name="Flags">What kind of access faulted.</param>
/// <param name="VmFlags">Flags of the VMA.</param>
/// <param name="HasCowPage">Whether <c>cow_page</c> is set: a page to copy to was allocated (<c>do_cow_fault</c>).</param>
public readonly record struct Fault(FaultLevel Level, FaultFlags Flags, VmFlags VmFlags, bool HasCowPage)
{
    /// <summary>The fault is a write (<c>FAULT_FLAG_WRITE</c>).</summary>
    public bool IsWrite => (Flags & FaultFlags.Write) != 0;

    /// <summary>The VMA is shared (<c>VM_SHARED</c>).</summary>
    public bool IsShared => (VmFlags & VmFlags.Shared) != 0;
}

/// <summary>The size at which the handler is asked (<c>enum page_entry_size</c>, include/linux/mm.h).</summary>
public enum FaultLevel : byte
{
    /// <summary>1 GiB.</summary>
    Pud,

    /// <summary>2 MiB.</summary>
    Pmd,

    /// <summary>4 KiB.</summary>
    Pte,
}

/// <summary>What kind of access faulted (<c>FAULT_FLAG_*</c>, include/linux/mm.h).</summary>
[Flags]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The kernel's word for it.")]
public enum FaultFlags : byte
{
    /// <summary>A read.</summary>
    None = 0,

    /// <summary><c>FAULT_FLAG_WRITE</c>.</summary>
    Write = 1,

    /// <summary><c>FAULT_FLAG_MKWRITE</c>: a present read-only entry is to become writable.</summary>
    MkWrite = 2,

    /// <summary><c>FAULT_FLAG_USER</c>: user mode made the access (arch/x86/mm/fault.c), not the kernel for somebody.</summary>
    User = 4,

    /// <summary><c>FAULT_FLAG_REMOTE</c>: the access is made for another task (mm/gup.c <c>faultin_page</c>, <c>FOLL_REMOTE</c>).</summary>
    Remote = 8,
}

/// <summary>Flags of the VMA (<c>VM_*</c>, include/linux/mm.h) that the modelled path asks for.</summary>
[Flags]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The kernel's word for it.")]
public enum VmFlags : byte
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary><c>VM_READ</c>.</summary>
    Read = 1,

    /// <summary><c>VM_WRITE</c>.</summary>
    Write = 2,

    /// <summary><c>VM_SHARED</c>; <c>do_mmap</c> clears it where the descriptor is read-only.</summary>
    Shared = 4,

    /// <summary><c>VM_MAYWRITE</c>; <c>do_mmap</c> clears it where <c>MAP_SHARED</c> meets a read-only descriptor.</summary>
    MayWrite = 8,

    /// <summary><c>VM_MAYREAD</c>.</summary>
    MayRead = 16,

    /// <summary><c>VM_MAYSHARE</c>: mapped with <c>MAP_SHARED</c>, also where <c>do_mmap</c> clears <c>VM_SHARED</c>.</summary>
    MayShare = 32,
}

/// <summary>Return flags of a fault handler (<c>VM_FAULT_*</c>, include/linux/mm.h); none set means handled, return and retry.</summary>
[Flags]
public enum VmFault : ushort
{
    /// <summary>No flag: the access is retried.</summary>
    None = 0,

    /// <summary><c>VM_FAULT_OOM</c>.</summary>
    Oom = 1,

    /// <summary><c>VM_FAULT_SIGBUS</c>.</summary>
    SigBus = 2,

    /// <summary><c>VM_FAULT_WRITE</c>: the write-protect path broke copy-on-write.</summary>
    Write = 4,

    /// <summary><c>VM_FAULT_NOPAGE</c>: the handler installed the entry itself.</summary>
    NoPage = 8,

    /// <summary><c>VM_FAULT_LOCKED</c>: the handler returned the page locked.</summary>
    Locked = 16,

    /// <summary><c>VM_FAULT_RETRY</c>: the mmap lock was dropped, ask again.</summary>
    Retry = 32,

    /// <summary><c>VM_FAULT_FALLBACK</c>: try the next smaller size.</summary>
    Fallback = 64,

    /// <summary><c>VM_FAULT_DONE_COW</c>: the copied page is installed.</summary>
    DoneCow = 128,

    /// <summary>Not a flag of the kernel's: the call never returns. It waits for what nobody will do, or the handler failed.</summary>
    Blocked = 256,

    /// <summary>Every flag that ends the fault with an error.</summary>
    Error = Oom | SigBus | Blocked,
}
