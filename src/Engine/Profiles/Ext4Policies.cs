namespace Compare.Engine;

/// <summary>Policy: which handler makes a read-only PTE of storage writable.</summary>
public enum PfnMkWrite : byte
{
    /// <summary>One of its own, without a journal (v4.13 fs/ext4/file.c ext4_dax_pfn_mkwrite).</summary>
    SeparateHandler,

    /// <summary>The ordinary fault handler (v6.1 fs/ext4/file.c ext4_dax_vm_ops).</summary>
    FaultHandler,
}

/// <summary>Policy: when a write lookup starts a journal handle.</summary>
public enum WriteLookup : byte
{
    /// <summary>Always (v4.13 fs/ext4/inode.c ext4_iomap_begin).</summary>
    HandleAlways,

    /// <summary>Only where the blocks are not mapped and written (v6.1 fs/ext4/inode.c ext4_iomap_begin).</summary>
    HandleOnlyToAllocate,
}

/// <summary>Policy: what an aborted journal makes of the file system.</summary>
public enum AbortedJournal : byte
{
    /// <summary>It goes read-only (v4.13 fs/ext4/super.c __ext4_abort).</summary>
    FileSystemReadOnly,

    /// <summary>It stays writable and each journal start fails (v6.1 fs/ext4/super.c ext4_handle_error).</summary>
    JournalFails,

    /// <summary>It is shut down, as by the ioctl (v6.12 fs/ext4/super.c ext4_handle_error).</summary>
    FileSystemShutDown,
}

/// <summary>Policy: what punch, truncate and extend unmap.</summary>
public enum TruncateUnmap : byte
{
    /// <summary>The range that goes (v4.13 mm/truncate.c).</summary>
    RangeOnly,

    /// <summary>First the whole file but private copies (v6.1 fs/ext4/inode.c ext4_break_layouts).</summary>
    WholeFileFirst,
}

/// <summary>Policy: when punch sets the time.</summary>
public enum PunchOrder : byte
{
    /// <summary>With the blocks, in the same handle; dirty pages are written first (v4.13 fs/ext4/inode.c ext4_punch_hole).</summary>
    TimeLast,

    /// <summary>Once the length was looked at, before pages are unmapped; dirty pages are written first (v6.1 fs/ext4/inode.c ext4_punch_hole).</summary>
    TimeAfterLength,

    /// <summary>Before all else, then pages are unmapped; nothing is written (v6.12 fs/ext4/extents.c ext4_fallocate).</summary>
    TimeFirst,
}

/// <summary>Policy: what the extent-status tree knows of a hole that was punched.</summary>
public enum PunchedHole : byte
{
    /// <summary>Nothing: the next lookup finds it, and cuts off what lies before and behind (v6.1 fs/ext4/inode.c ext4_punch_hole).</summary>
    Forgotten,

    /// <summary>The hole, which joins those around it (v6.12 fs/ext4/inode.c ext4_punch_hole).</summary>
    Cached,
}

/// <summary>Policy: when an allocation without space is tried again.</summary>
public enum AllocationRetry : byte
{
    /// <summary>While a cluster is free, up to four times (v4.13 fs/ext4/balloc.c ext4_should_retry_alloc).</summary>
    WhileClustersFree,

    /// <summary>After a commit where freed blocks wait for one, else while a cluster is free; up to three times (v6.1 fs/ext4/balloc.c ext4_should_retry_alloc).</summary>
    AfterCommit,
}

/// <summary>Policy: whether the fault handler tries again outside its journal handle.</summary>
public enum HandlerRetry : byte
{
    /// <summary>No (v4.13 fs/ext4/file.c ext4_dax_huge_fault).</summary>
    None,

    /// <summary>Yes, at PTE size, up to three times (v6.1 fs/ext4/file.c ext4_dax_huge_fault).</summary>
    OutsideHandle,
}

/// <summary>Policy: how a dirty page over unwritten blocks is written (without DAX).</summary>
public enum DelayedWriteback : byte
{
    /// <summary>The blocks are converted first, short heads and tails zeroed (v4.13 fs/ext4/super.c: dioread_nolock is off).</summary>
    Direct,

    /// <summary>The block is split off unwritten and marked after the write (v6.1 fs/ext4/super.c: dioread_nolock is on).</summary>
    ThroughUnwritten,
}

/// <summary>Policy: what a write through a descriptor behind the end of the file does first.</summary>
public enum ExtendingWrite : byte
{
    /// <summary>It looks its block up (v4.13 fs/ext4/file.c ext4_dax_write_iter).</summary>
    LookupFirst,

    /// <summary>It starts a journal handle for the orphan list (v6.1 fs/ext4/file.c ext4_dax_write_iter).</summary>
    HandleFirst,
}

/// <summary>Policy: what a remount between read-only and writable comes to after a shutdown.</summary>
public enum ShutDownRemount : byte
{
    /// <summary>It succeeds, unless the journal was aborted before (v6.1 fs/ext4/super.c __ext4_remount).</summary>
    Allowed,

    /// <summary>It is refused (v6.12 fs/ext4/super.c __ext4_remount).</summary>
    Refused,
}
