namespace Compare.Engine;

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

    /// <summary>Not a flag of the kernel's: the call waits for what nobody will do and never returns.</summary>
    Blocked = 256,

    /// <summary>Every flag that ends the fault with an error.</summary>
    Error = Oom | SigBus | Blocked,
}
