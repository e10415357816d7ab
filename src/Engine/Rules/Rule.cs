namespace Compare.Engine;

#pragma warning disable CS1591 // The attribute documents each rule: file, function, text.

/// <summary>Rules of the engine that an observation can confirm, each with the kernel function that it stands for.</summary>
public enum Rule : byte
{
    [Rule("mm/memory.c", "__handle_mm_fault", "the PUD is empty, so the handler is asked at PUD size")]
    PudEmpty,
    [Rule("mm/memory.c", "__handle_mm_fault", "the PMD is empty, so the handler is asked at PMD size")]
    PmdEmpty,

    [Rule("include/linux/huge_mm.h", "transparent_hugepage_enabled", "huge pages are refused, so only the PTE size is asked")]
    NoHugePage,

    [Rule("mm/memory.c", "wp_huge_pmd", "a write meets a read-only huge PMD")]
    HugePmdWriteProtected,
    [Rule("mm/memory.c", "wp_huge_pmd", "a write to a huge PMD of a private mapping splits it without the handler")]
    PrivateHugePmdSplits,
    [Rule("mm/memory.c", "wp_huge_pmd", "the core splits the huge PMD after the handler fell back")]
    CoreSplitsAfterFallback,
    [Rule("mm/memory.c", "handle_pte_fault", "a huge PMD is still there at PTE level, so the access is repeated")]
    HugePmdLeft,

    [Rule("mm/huge_memory.c", "__split_huge_pmd_locked", "splitting a huge PMD of a file zaps it")]
    SplitZaps,

    [Rule("mm/memory.c", "zap_pmd_range", "unmapping part of a huge PMD splits it, once per mapping and process")]
    PartialUnmapSplits,
    [Rule("mm/memory.c", "vmf_can_call_fault", "under the VMA lock no handler is called at PTE size, and the fault begins again under the mmap lock")]
    VmaLockRetries,
    [Rule("mm/memory.c", "do_read_fault", "a read of an empty PTE")]
    ReadFault,
    [Rule("mm/memory.c", "do_cow_fault", "a write to an empty PTE of a private mapping")]
    CowFault,
    [Rule("mm/memory.c", "do_shared_fault", "a write to an empty PTE of a shared mapping")]
    SharedFault,
    [Rule("mm/memory.c", "do_wp_page", "a write to a present PTE of a private mapping copies without the handler")]
    WriteProtectedCopy,
    [Rule("mm/memory.c", "wp_pfn_shared", "a write to a read-only PTE of storage asks pfn_mkwrite")]
    WriteProtectedPfn,
    [Rule("mm/memory.c", "wp_page_shared", "a write to a mapped hole page asks page_mkwrite, which is the fault handler")]
    WriteProtectedHolePage,
    [Rule("mm/memory.c", "wp_page_shared", "a write to a read-only page of the cache asks page_mkwrite")]
    WriteProtectedCachePage,

    [Rule("arch/x86/mm/fault.c", "bad_area", "no VMA at the address")]
    AccessOutsideVma,
    [Rule("arch/x86/mm/fault.c", "access_error", "the VMA does not permit the write")]
    AccessError,

    [Rule("lib/iov_iter.c", "copy_page_to_iter_iovec", "a copy to a page that may not be written fails without the handler")]
    CopyRefused,
    [Rule("lib/iov_iter.c", "copy_page_to_iter_iovec", "a copy whose first touch failed is tried once more")]
    CopyTriesTwice,

    [Rule("arch/x86/lib/copy_user_64.S", "rep_movs_alternative", "a copy gives up at the first byte that fails")]
    CopyGivesUp,

    [Rule("mm/gup.c", "check_vma_flags", "a forced write to a read-only VMA that would not be copied is refused")]
    ForcedWriteRefused,

    [Rule("mm/memory.c", "do_wp_page", "a forced write to a read-only shared VMA is let through (before commit cda540ace6a1)")]
    ForcedSharedCopies,

    [Rule("mm/gup.c", "faultin_page", "a forced write goes on once copy-on-write is broken")]
    ForcedSecondRound,
    [Rule("mm/gup.c", "can_follow_write_pte", "a forced write follows a read-only private copy at once")]
    ForcedFollowsCopy,
    [Rule("mm/gup.c", "populate_vma_page_range", "mlock of a writable private mapping faults for write")]
    MlockBreaksCow,
    [Rule("mm/gup.c", "populate_vma_page_range", "mlock of any other mapping faults for read")]
    MlockReads,

    [Rule("mm/mlock.c", "mlock_fixup", "without DAX the locked page is a VMA of its own")]
    MlockIsolates,

    [Rule("mm/mmap.c", "is_mergeable_anon_vma", "an unlocked page stays a VMA of its own where it alone has an anon_vma")]
    MunlockLeavesCut,

    [Rule("fs/dax.c", "dax_iomap_fault", "DAX maps nothing at PUD size")]
    DaxPudFallsBack,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "the PMD range begins beyond the end of the file")]
    PmdBeyondEnd,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "address and file offset differ in PMD colour")]
    PmdColour,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "a write to a private mapping is copied at PTE size")]
    PmdCopyOnWrite,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "the PMD reaches out of the VMA")]
    PmdOutsideVma,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "the PMD reaches beyond the end of the file")]
    PmdAcrossEnd,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "a failed lookup at PMD size falls back")]
    PmdLookupFails,
    [Rule("fs/dax.c", "dax_iomap_pmd_fault", "a lookup shorter than the PMD, or not aligned, falls back")]
    PmdLookupShort,
    [Rule("fs/dax.c", "dax_pmd_insert_mapping", "the PMD maps storage")]
    PmdMapsStorage,
    [Rule("fs/dax.c", "dax_pmd_load_hole", "a read of a 2 MiB hole maps the huge zero page")]
    PmdMapsZeroPage,
    [Rule("fs/dax.c", "dax_iomap_pte_fault", "the page lies beyond the end of the file")]
    PteBeyondEnd,
    [Rule("fs/dax.c", "dax_iomap_pte_fault", "a failed lookup at PTE size is SIGBUS")]
    PteLookupFails,
    [Rule("fs/dax.c", "dax_iomap_pte_fault", "the copy-on-write page is filled and installed")]
    PteCopies,
    [Rule("fs/dax.c", "dax_insert_mapping", "the PTE maps storage")]
    PteMapsStorage,

    [Rule("mm/memory.c", "vmf_insert_mixed_mkwrite", "a shared store inserts a writable PTE")]
    PteInsertedWritable,
    [Rule("mm/memory.c", "vm_insert_mixed", "the PTE is inserted read-only")]
    PteInsertedReadOnly,

    [Rule("fs/dax.c", "dax_load_hole", "a read of a hole maps the zero page")]
    PteMapsZeroPage,
    [Rule("fs/dax.c", "dax_load_hole", "a read of a hole maps a page-cache page")]
    PteMapsHolePage,
    [Rule("fs/dax.c", "grab_mapping_entry", "a PTE entry in the range makes the PMD fault fall back")]
    PmdEntryConflicts,
    [Rule("fs/dax.c", "grab_mapping_entry", "a PTE fault deletes an empty or zero PMD entry")]
    PmdEntryDowngraded,
    [Rule("fs/dax.c", "grab_mapping_entry", "the zero PMD is unmapped in every mapping before its entry goes")]
    ZeroPmdUnmapped,
    [Rule("fs/dax.c", "grab_mapping_entry", "a PMD entry with storage serves a PTE fault")]
    PmdEntryServesPte,
    [Rule("fs/dax.c", "dax_insert_mapping_entry", "a block takes the place of the huge zero page, which is unmapped in every mapping")]
    ZeroPmdReplaced,
    [Rule("fs/dax.c", "dax_insert_mapping_entry", "a block takes the place of a hole, whose page is unmapped in every mapping")]
    HoleReplaced,
    [Rule("fs/dax.c", "dax_delete_mapping_entry", "deleting one page of a PMD entry deletes the whole")]
    PmdEntryDeletedWhole,
    [Rule("fs/dax.c", "dax_pfn_mkwrite", "the entry becomes dirty and the PTE writable")]
    PfnMkWriteDirties,
    [Rule("fs/dax.c", "dax_pfn_mkwrite", "without an entry the PTE stays read-only")]
    PfnMkWriteWithoutEntry,

    [Rule("include/linux/fs.h", "sb_start_pagefault", "freeze protection waits for the thaw")]
    FrozenBlocks,

    [Rule("fs/inode.c", "file_update_time", "the file's time is set")]
    TimeUpdated,
    [Rule("fs/inode.c", "file_update_time", "a read-only file system keeps its time")]
    TimeKeptReadOnly,

    [Rule("fs/ext4/ext4_jbd2.c", "__ext4_journal_start_sb", "a journal handle is started")]
    JournalStarted,

    [Rule("fs/jbd2/transaction.c", "jbd2__journal_start", "a start inside a handle only counts it up")]
    JournalNested,

    [Rule("fs/ext4/ext4_jbd2.c", "ext4_journal_check_start", "no handle on a read-only file system (EROFS)")]
    JournalReadOnly,
    [Rule("fs/ext4/ext4_jbd2.c", "ext4_journal_check_start", "no handle after the journal was aborted (EROFS)")]
    JournalAborted,
    [Rule("fs/ext4/ext4_jbd2.c", "ext4_journal_check_start", "no handle after the file system was shut down (EIO)")]
    JournalShutDown,

    [Rule("fs/ext4/file.c", "ext4_dax_huge_fault", "the handler asks for another try outside its handle")]
    HandlerRetriesAllocation,

    [Rule("fs/ext4/balloc.c", "ext4_should_retry_alloc", "an allocation without space is tried again")]
    AllocationRetried,

    [Rule("fs/jbd2/journal.c", "jbd2_journal_force_commit_nested", "no commit is forced while the task holds a handle")]
    CommitInsideHandle,

    [Rule("fs/ext4/mballoc.c", "ext4_process_freed_data", "after a commit freed blocks may be used again in their place")]
    CommitFreesPlaces,

    [Rule("fs/ext4/inode.c", "ext4_iomap_begin", "blocks that are there need no handle")]
    LookupWithoutHandle,

    [Rule("fs/ext4/extents_status.c", "ext4_es_lookup_extent", "a hole looked up before is known, as far as it was not cut since")]
    CachedHole,

    [Rule("fs/ext4/extents.c", "ext4_ext_convert_to_initialized", "unwritten blocks become written")]
    UnwrittenConverted,
    [Rule("fs/ext4/extents.c", "ext4_ext_convert_to_initialized", "a short head or tail inside the file is zeroed, not split off")]
    ZeroedInsteadOfSplit,
    [Rule("fs/ext4/extents.c", "ext4_split_extent_at", "an extent is split")]
    ExtentSplit,
    [Rule("fs/ext4/extents.c", "ext4_ext_try_to_merge", "neighbours contiguous on disk become one extent")]
    ExtentsMerged,
    [Rule("fs/ext4/extents.c", "ext4_ext_grow_indepth", "a fifth extent takes a leaf block")]
    LeafAdded,
    [Rule("fs/ext4/extents.c", "ext4_ext_create_new_leaf", "there is no block for the leaf, and the data block is given back")]
    LeafHasNoSpace,
    [Rule("fs/ext4/extents.c", "ext4_ext_try_to_merge_up", "four extents go back into the inode and free the leaf")]
    LeafMergedUp,

    [Rule("fs/ext4/mballoc.c", "ext4_mb_new_blocks", "a request without space is halved")]
    RequestHalved,

    [Rule("fs/ext4/balloc.c", "ext4_claim_free_clusters", "no free cluster above the reserve")]
    NoSpace,

    [Rule("fs/ext4/extents.c", "ext4_ext_map_blocks", "blocks are allocated for a hole")]
    HoleFilled,

    [Rule("fs/ext4/mballoc.c", "ext4_mb_find_by_goal", "a gap is refilled in its old place on disk")]
    GapRefilledInPlace,

    [Rule("fs/ext4/balloc.c", "ext4_has_free_clusters", "metadata for a split is taken from the reserve")]
    ReserveUsed,

    [Rule("fs/ext4/extents.c", "ext4_fallocate", "the time changes and the file is unmapped before punch looks at its length")]
    PunchChangesTimeFirst,

    [Rule("fs/ext4/inode.c", "ext4_punch_hole", "a hole beyond the end of the file removes nothing")]
    PunchBeyondEnd,
    [Rule("fs/ext4/inode.c", "ext4_punch_hole", "the block goes and the time changes")]
    PunchRemovesBlock,
    [Rule("fs/ext4/inode.c", "ext4_punch_hole", "the punched hole is known from then on")]
    PunchedHoleCached,
    [Rule("fs/ext4/inode.c", "ext4_setattr", "what lies beyond the length goes, also where the length stays")]
    TruncateRemoves,
    [Rule("fs/ext4/inode.c", "ext4_break_layouts", "every page of the file that is not a private copy is unmapped first")]
    LayoutsBroken,

    [Rule("fs/namespace.c", "mnt_want_write", "a change of the file is refused on a read-only file system")]
    FileChangeReadOnly,

    [Rule("fs/ext4/inode.c", "ext4_punch_hole", "where the journal does not start the file is unmapped before the change fails")]
    FailedChangeUnmaps,
    [Rule("fs/ext4/inode.c", "ext4_writepages", "after the journal was aborted a dirty page is not written (EROFS)")]
    AbortedWritebackFails,
    [Rule("fs/ext4/inode.c", "ext4_dax_writepages", "after a shutdown nothing that is dirty is written (EIO)")]
    ShutDownWritebackFails,

    [Rule("fs/ext4/fsync.c", "ext4_sync_file", "fsync has nothing to do on a read-only file system")]
    SyncReadOnly,

    [Rule("fs/dax.c", "dax_writeback_one", "a dirty PMD entry is cleaned and write-protected")]
    SyncWriteProtectsPmd,
    [Rule("fs/dax.c", "dax_writeback_one", "a dirty PTE entry is cleaned and write-protected")]
    SyncWriteProtectsPte,

    [Rule("mm/memory.c", "copy_page_range", "fork leaves a mapping without copies to be faulted in again")]
    ForkSkipsTables,
    [Rule("mm/memory.c", "copy_page_range", "fork copies the page tables")]
    ForkCopiesTables,

    [Rule("mm/huge_memory.c", "copy_huge_pmd", "a huge PMD of a file is not copied")]
    ForkSkipsHugePmd,

    [Rule("mm/memory.c", "do_anonymous_page", "another page in the region fills the PUD")]
    PudPopulated,

    [Rule("mm/madvise.c", "madvise_dontneed", "the pages are dropped, the table stays")]
    DontNeedZaps,
    [Rule("mm/madvise.c", "madvise_dontneed", "a locked VMA ends it with EINVAL")]
    DontNeedLocked,

    [Rule("mm/filemap.c", "filemap_map_pages", "a read maps the cached pages around it")]
    FaultAroundMaps,
    [Rule("mm/filemap.c", "filemap_fault", "the page lies beyond the end of the file")]
    CacheBeyondEnd,
    [Rule("mm/filemap.c", "filemap_fault", "a page that is not cached is read with those around it")]
    ColdRead,
    [Rule("mm/filemap.c", "filemap_fault", "the lock is let go for the read and the fault asked for again")]
    ColdReadRetries,

    [Rule("fs/ext4/inode.c", "ext4_da_reserve_space", "a block is reserved for a dirty hole")]
    DelayedReserved,
    [Rule("fs/ext4/inode.c", "ext4_da_page_release_reservation", "dropping the page gives its reserved block back")]
    DelayedGivenBack,
    [Rule("fs/ext4/inode.c", "ext4_writepages", "a dirty page is written, its block allocated, its PTEs write-protected")]
    CacheWrittenBack,

    [Rule("kernel/exit.c", "do_exit", "the child ends, and its parent's page tables are as it left them")]
    ChildExits,

    [Rule("fs/dax.c", "dax_iomap_rw", "a read through the descriptor looks its block up and maps nothing")]
    FileRead,
    [Rule("fs/dax.c", "dax_iomap_rw", "a write through the descriptor gets its block, maps nothing and marks no entry dirty")]
    FileWrittenDax,

    [Rule("fs/ext4/file.c", "ext4_file_write_iter", "no access through a descriptor after the file system was shut down (EIO)")]
    FileAccessShutDown,

    [Rule("fs/read_write.c", "vfs_write", "a descriptor that may not write (EBADF)")]
    DescriptorMayNotWrite,

    [Rule("fs/ext4/file.c", "ext4_dax_write_iter", "a write behind the end of the file makes it longer")]
    FileExtended,

    [Rule("mm/truncate.c", "invalidate_inode_pages2_range", "a block that is new to a write takes the clean entry of its page away, and every mapping")]
    NewBlockInvalidates,

    [Rule("mm/filemap.c", "generic_perform_write", "a write through the descriptor makes a page of the cache dirty")]
    FileWrittenCache,

    [Rule("mm/msync.c", "msync", "msync of a shared mapping is fsync over its pages")]
    SyncOfShared,
    [Rule("mm/msync.c", "msync", "msync of a mapping that is not shared does nothing")]
    SyncOfPrivate,

    [Rule("mm/mprotect.c", "do_mprotect_pkey", "a mapping whose descriptor may not write stays read-only (EACCES)")]
    ProtectionRefused,
    [Rule("mm/mprotect.c", "change_pte_range", "entries lose their write permission and stay dirty")]
    ProtectionTakesWrites,
    [Rule("mm/mprotect.c", "change_pte_range", "a dirty PTE of a shared mapping becomes writable without a fault")]
    DirtyPteMadeWritable,
    [Rule("mm/huge_memory.c", "change_huge_pmd", "a dirty huge PMD of a shared mapping becomes writable without a fault")]
    DirtyPmdMadeWritable,

    [Rule("mm/mremap.c", "move_page_tables", "entries move to a place shifted by a page, a table with them")]
    RemapMoves,
    [Rule("mm/mremap.c", "move_page_tables", "a huge PMD is split before its pages move, and so not moved")]
    RemapSplits,
    [Rule("mm/mremap.c", "move_page_tables", "a huge PMD of storage is taken for a table (before commit 5bfea2d9b17f)")]
    RemapTakesHugePmdForTable,
    [Rule("mm/mremap.c", "vma_to_resize", "more than one VMA is not moved (EFAULT)")]
    RemapAcrossVmas,

    [Rule("fs/super.c", "freeze_super", "the file system is frozen, after what is dirty is written")]
    Frozen,
    [Rule("fs/super.c", "freeze_super", "a frozen file system is not frozen again (EBUSY)")]
    FreezeTwice,
    [Rule("fs/super.c", "freeze_super", "on a read-only file system nobody waits for the thaw")]
    FreezeReadOnly,
    [Rule("fs/ext4/super.c", "ext4_freeze", "a dead journal cannot be flushed, and nothing is frozen (EIO)")]
    FreezeFails,
    [Rule("fs/super.c", "thaw_super", "who waited goes on")]
    Thawed,
    [Rule("fs/super.c", "thaw_super", "what is not frozen is not thawed (EINVAL)")]
    ThawWithoutFreeze,
    [Rule("fs/super.c", "do_remount_sb", "a frozen file system is not remounted (EBUSY)")]
    RemountFrozen,
    [Rule("fs/namespace.c", "sb_prepare_remount_readonly", "no read-only remount while a descriptor may write (EBUSY)")]
    RemountHasWriter,
    [Rule("fs/ext4/super.c", "ext4_remount", "no remount between read-only and writable after an abort (EROFS)")]
    RemountRefused,
    [Rule("fs/ext4/super.c", "ext4_remount", "what is dirty is written, and the file system read-only from then on")]
    RemountedReadOnly,
    [Rule("fs/ext4/super.c", "ext4_remount", "the file system is writable again")]
    RemountedWritable,

    [Rule("fs/ext4/ioctl.c", "ext4_shutdown", "the file system is shut down, its log not flushed")]
    ShutDown,
}

#pragma warning restore CS1591

/// <summary>What a rule of the engine says, and the kernel function that it stands for.</summary>
/// <param name="file">Source file in the kernel's tree.</param>
/// <param name="function">Function in it; where the kernels differ in the name, v4.13's.</param>
/// <param name="text">The rule in one clause.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class RuleAttribute(string file, string function, string text) : Attribute
{
    /// <summary>Source file in the kernel's tree.</summary>
    public string File { get; } = file;

    /// <summary>Function in it.</summary>
    public string Function { get; } = function;

    /// <summary>The rule in one clause.</summary>
    public string Text { get; } = text;
}
