namespace Compare.Engine;

/// <summary>What lives for one fault (<c>struct vm_fault</c>).</summary>
internal struct Frame
{
    /// <summary>The mapping that faulted.</summary>
    public int Mapping;

    /// <summary>The modelled page.</summary>
    public int Slot;

    /// <summary>Kind of access.</summary>
    public FaultFlags Flags;

    /// <summary>Flags of the VMA.</summary>
    public VmFlags VmFlags;

    /// <summary>Size at which the handler is asked.</summary>
    public FaultLevel Level;

    /// <summary>A page to copy to is allocated.</summary>
    public bool HasCowPage;

    /// <summary>How the handler's call ends the step because it never returns; <see cref="StepResult.Ok"/> while it may.</summary>
    public StepResult Ending;

    /// <summary>The faulting access may be asked to come again (<c>FAULT_FLAG_ALLOW_RETRY</c>).</summary>
    public bool MayRetry;

    /// <summary>The fault is handled under the VMA lock (<c>FAULT_FLAG_VMA_LOCK</c>).</summary>
    public bool UnderVmaLock;

    /// <summary>The handler's call waits for what nobody will do, or failed.</summary>
    public readonly bool NeverReturns => Ending != StepResult.Ok;

    /// <summary>PMD range of the page.</summary>
    public readonly int Range => Pages.RangeOf(Slot);

    /// <summary>The access is a write.</summary>
    public readonly bool IsWrite => (Flags & FaultFlags.Write) != 0;

    /// <summary>The VMA is shared.</summary>
    public readonly bool IsShared => (VmFlags & VmFlags.Shared) != 0;

    /// <summary>mm/memory.c <c>maybe_mkwrite</c>: an entry is writable only where the VMA is.</summary>
    public readonly bool MayMakeWritable => (VmFlags & VmFlags.Write) != 0;
}
