using System.Diagnostics.CodeAnalysis;

namespace Compare.Engine;

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
