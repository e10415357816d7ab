using System.Diagnostics.CodeAnalysis;

namespace Compare.Engine;

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
