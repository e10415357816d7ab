namespace Compare.Patches;

/// <summary>The functions of the kernel that a handler may call; of one that was given other arguments in some version, each form.</summary>
internal static partial class KernelFunctions
{
    private static readonly Parameter Vma = new(KernelTypes.Pointer("vm_area_struct"));
    private static readonly Parameter Fault = new(KernelTypes.Pointer("vm_fault"));
    private static readonly Parameter File = new(KernelTypes.Pointer("file"));
    private static readonly Parameter Inode = new(KernelTypes.Pointer("inode"));
    private static readonly Parameter SuperBlock = new(KernelTypes.Pointer("super_block"));
    private static readonly Parameter Mapping = new(KernelTypes.Pointer("address_space"));
    private static readonly Parameter Semaphore = new(KernelTypes.Pointer("rw_semaphore"));
    private static readonly Parameter Int = new(CType.Int);
    private static readonly Parameter UnsignedLong = new(CType.UnsignedLong);
    private static readonly Parameter AnyPointer = new(CType.VoidPointer, MayBeNull: true);
    private static readonly Parameter Handle = new(CType.To(KernelTypes.Handle), MayBeNull: true);
    private static readonly CType Result = KernelTypes.Names["vm_fault_t"];

    /// <summary>Every word, by name.</summary>
    public static ILookup<string, Word> All { get; } = new Word[]
    {
        Object("file_inode", "inode", KernelObjects.Inode, File, "include/linux/fs.h"),
        Object("EXT4_I", "ext4_inode_info", KernelObjects.Ext4Inode, Inode, "fs/ext4/ext4.h"),
        Object("EXT4_SB", "ext4_sb_info", KernelObjects.Ext4SuperBlock, SuperBlock, "fs/ext4/ext4.h"),
        new("sb_start_pagefault", CType.Void, [SuperBlock], StartPageFault, "include/linux/fs.h"),
        new("sb_end_pagefault", CType.Void, [SuperBlock], EndPageFault, "include/linux/fs.h")
        {
            Wrong = "ends freeze protection that it does not hold",
        },
        new("file_update_time", CType.Int, [File], UpdateTime, "fs/inode.c"),
        new("down_read", CType.Void, [Semaphore], LockMapping, "kernel/locking/rwsem.c"),
        new("up_read", CType.Void, [Semaphore], UnlockMapping, "kernel/locking/rwsem.c") { Wrong = NotLocked },
        new("filemap_invalidate_lock_shared", CType.Void, [Mapping], LockMapping, "include/linux/fs.h, since v5.15"),
        new("filemap_invalidate_unlock_shared", CType.Void, [Mapping], UnlockMapping, "include/linux/fs.h, since v5.15") { Wrong = NotLocked },
        new("EXT4_DATA_TRANS_BLOCKS", CType.Int, [SuperBlock], Nothing, "fs/ext4/ext4_jbd2.h") { IsOpaque = true },
        new("ext4_writepage_trans_blocks", CType.Int, [Inode], Nothing, "fs/ext4/inode.c") { IsOpaque = true },
        new("ext4_journal_start_sb", Handle.Type, [SuperBlock, Int, Int], JournalStart, "fs/ext4/ext4_jbd2.h"),
        new("ext4_journal_start", Handle.Type, [Inode, Int, Int], JournalStart, "fs/ext4/ext4_jbd2.h"),
        new("ext4_journal_stop", CType.Int, [Handle], JournalStop, "fs/ext4/ext4_jbd2.c")
        {
            Wrong = "stops a journal handle that it does not hold",
        },
        new("dax_iomap_fault", Result, [Fault, Int, BlockLookup], DaxFault, "fs/dax.c, v4.10 to v4.13") { Wrong = OtherSize },
        new("dax_iomap_fault", Result, [Fault, Int, PageFrame, BlockLookup], DaxFault, "fs/dax.c, v4.14 and v4.15") { Wrong = OtherSize },
        new("dax_iomap_fault", Result, [Fault, Int, PageFrame, Error, BlockLookup], DaxFaultWithError, "fs/dax.c, since v4.16")
        {
            Wrong = OtherSize,
        },
        new("dax_finish_sync_fault", Result, [Fault, Int, new(KernelTypes.PageFrame)], Refuse, "fs/dax.c, since v4.15")
        {
            Wrong = "finishes a synchronous fault, which the model does not have: no mapping has MAP_SYNC",
        },
        new("ext4_should_retry_alloc", CType.Int, [SuperBlock, new(CType.To(CType.Int))], ShouldRetryAllocation, "fs/ext4/balloc.c"),
        new("split_huge_pmd", CType.Void, [Vma, new(KernelTypes.Pointer("pmd_t")), UnsignedLong], SplitHugePmd, "include/linux/huge_mm.h"),
        new("count_vm_event", CType.Void, [Int], CountEvent, "include/linux/vmstat.h")
        {
            Wrong = "counts an event that the model does not count",
        },
        new("is_cow_mapping", CType.Bool, [UnsignedLong], IsCowMapping, "include/linux/mm.h"),
        new("vma_is_shared_maywrite", CType.Bool, [Vma], IsSharedMayWrite, "include/linux/mm.h, since v6.7"),
        new("vma_is_dax", CType.Bool, [Vma], One, "include/linux/fs.h: the handler is one of DAX mappings alone"),
        new("vma_is_anonymous", CType.Bool, [Vma], Nothing, "include/linux/mm.h: a mapping of a file"),
        new("sb_rdonly", CType.Bool, [SuperBlock], IsReadOnly, "include/linux/fs.h"),
        new("ext4_forced_shutdown", CType.Int, [SuperBlock], IsShutDown, "fs/ext4/ext4.h, since v6.4"),
        new("ext4_forced_shutdown", CType.Int, [new(KernelTypes.Pointer("ext4_sb_info"))], IsShutDown, "fs/ext4/ext4.h, v4.11 to v6.3"),
        new("IS_RDONLY", CType.Bool, [Inode], IsReadOnly, "include/linux/fs.h"),
        new("IS_DAX", CType.Bool, [Inode], One, "include/linux/fs.h: the handler is one of DAX mappings alone"),
        new("i_size_read", KernelTypes.Names["loff_t"], [Inode], FileSize, "include/linux/fs.h"),
        new("IS_ERR", CType.Bool, [AnyPointer], IsError, "include/linux/err.h"),
        new("IS_ERR_OR_NULL", CType.Bool, [AnyPointer], IsErrorOrNull, "include/linux/err.h"),
        new("PTR_ERR", CType.Long, [AnyPointer], Same, "include/linux/err.h"),
        new("ERR_PTR", CType.VoidPointer, [new(CType.Long)], Same, "include/linux/err.h"),
        new("vmf_error", Result, [Int], ToResult, "include/linux/mm.h, since v4.20"),
        new("might_sleep", CType.Void, [], Nothing, "include/linux/kernel.h"),
        new("cond_resched", CType.Int, [], Nothing, "include/linux/sched.h"),
    }
        .Concat(Printing.Select(name => new Word(name, CType.Void, [new(CType.Text)], Nothing, "include/linux/printk.h") { IsVariadic = true }))
        .Concat(
        [
            Warning("ext4_msg", SuperBlock, new(CType.Text)),
            Warning("ext4_warning", SuperBlock),
            Warning("ext4_warning_inode", Inode),
        ])
        .ToLookup(word => word.Name, StringComparer.Ordinal);

    private const string NotLocked = "releases the lock against truncation, which it does not hold";

    private const string OtherSize = "asks for another size than the fault's";

    private static IEnumerable<string> Printing => ["printk", "pr_err", "pr_warn", "pr_warn_once", "pr_warn_ratelimited", "pr_info", "pr_debug"];

    private static Parameter BlockLookup => new(KernelTypes.Pointer("iomap_ops"));

    private static Parameter PageFrame => new(CType.To(KernelTypes.PageFrame), MayBeNull: true);

    private static Parameter Error => new(CType.To(CType.Int), MayBeNull: true);

    private static Word Warning(string name, params ReadOnlySpan<Parameter> before)
        => new(name, CType.Void, [.. before, new(CType.Text)], Nothing, "fs/ext4/ext4.h") { IsVariadic = true };

    private static Word Object(string name, string structure, long address, Parameter of, string source)
        => new(name, KernelTypes.Pointer(structure), [of], (_, _, _) => address, source);
}
