namespace Compare.Comparison;

/// <summary>How a trace calls what the engine's enumerations name, and the kernel functions of events that are no rule.</summary>
internal static class TraceWords
{
    public static readonly KernelFunction HandleFault = new("mm/memory.c", "handle_mm_fault");

    public static readonly KernelFunction CountEvent = new("include/linux/vmstat.h", "count_vm_event");

    public static readonly KernelFunction JournalStop = new("fs/ext4/ext4_jbd2.c", "__ext4_journal_stop");

    public static string Lock(KernelLock which) => which switch
    {
        KernelLock.FreezeProtection => "freeze protection",
        KernelLock.Mapping => "mmap/invalidate lock",
        KernelLock.JournalHandle => "journal handle",
        KernelLock.DaxEntry => "mapping-entry lock",
        KernelLock.PageTable => "page-table lock",
        _ => throw new ArgumentOutOfRangeException(nameof(which), which, "No such lock."),
    };

    /// <summary>Where a lock is taken.</summary>
    /// <param name="which">The lock.</param>
    /// <param name="caller">The handler that is running, if one is: it takes the lock against truncation itself.</param>
    /// <param name="isPmd">Whether the handler is asked at PMD size.</param>
    public static KernelFunction? TakenBy(KernelLock which, KernelFunction? caller, bool isPmd) => which switch
    {
        KernelLock.FreezeProtection => new("include/linux/fs.h", "sb_start_pagefault"),
        KernelLock.Mapping => caller,
        KernelLock.PageTable when isPmd => new("include/linux/mm.h", "pmd_lock"),
        KernelLock.PageTable => new("include/linux/mm.h", "pte_offset_map_lock"),
        KernelLock.JournalHandle => new("fs/jbd2/transaction.c", "jbd2__journal_start"),
        KernelLock.DaxEntry => new("fs/dax.c", "grab_mapping_entry"),
        _ => null,
    };

    public static KernelFunction? ReleasedBy(KernelLock which) => which switch
    {
        KernelLock.FreezeProtection => new("include/linux/fs.h", "sb_end_pagefault"),
        KernelLock.JournalHandle => JournalStop,
        KernelLock.DaxEntry => new("fs/dax.c", "put_locked_mapping_entry"),
        _ => null,
    };

    public static (string Name, KernelFunction Source) Handler(HandlerCallKind kind, FaultLevel level) => kind switch
    {
        HandlerCallKind.PfnMkWrite => ("pfn_mkwrite", new("fs/ext4/file.c", "ext4_dax_pfn_mkwrite")),
        HandlerCallKind.PageMkWrite => ("page_mkwrite", new("fs/ext4/inode.c", "ext4_page_mkwrite")),
        _ => ($"{level.ToString().ToUpperInvariant()} fault", new("fs/ext4/file.c", "ext4_dax_huge_fault")),
    };

    /// <summary>What a predicate can see of a fault.</summary>
    public static string Input(in Fault fault)
    {
        var access = (fault.Flags & FaultFlags.MkWrite) != 0 ? "write to a read-only entry" : fault.IsWrite ? "write" : "read";
        return $"{access}, {(fault.IsShared ? "" : "not ")}VM_SHARED, {(fault.HasCowPage ? "" : "no ")}cow_page";
    }

    public static string Error(Errno error) => error switch
    {
        Errno.Io => "EIO",
        Errno.ReadOnlyFileSystem => "EROFS",
        Errno.NoSpace => "ENOSPC",
        _ => throw new ArgumentOutOfRangeException(nameof(error), error, "No error."),
    };
}
