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
