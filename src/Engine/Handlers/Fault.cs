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

    /// <summary><c>VM_MAYWRITE</c>.</summary>
    MayWrite = 8,
}
