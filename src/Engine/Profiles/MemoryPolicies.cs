namespace Compare.Engine;

/// <summary>Policy: who splits a write-protected huge PMD after the handler fell back at PMD size.</summary>
public enum FallbackSplit : byte
{
    /// <summary>Only the handler itself; the core goes on to the PTE level (v4.13 mm/memory.c wp_huge_pmd).</summary>
    ByHandler,

    /// <summary>The core splits it (v6.1 mm/memory.c wp_huge_pmd).</summary>
    ByCore,
}

/// <summary>Policy: which writes to a write-protected huge PMD ask the handler.</summary>
public enum HugePmdWrite : byte
{
    /// <summary>All (v6.1 mm/memory.c wp_huge_pmd).</summary>
    AsksHandler,

    /// <summary>Those to a mapping that may be shared; any other is split at once (v6.12 mm/memory.c wp_huge_pmd).</summary>
    SplitsPrivate,
}

/// <summary>Policy: under which lock a program's own fault begins.</summary>
public enum FaultLock : byte
{
    /// <summary>The mmap lock (v6.1 arch/x86/mm/fault.c do_user_addr_fault).</summary>
    MmapLock,

    /// <summary>
    /// The VMA lock, under which a PTE handler is not called where there is no map_pages: the fault begins again under the mmap lock
    /// (v6.12 arch/x86/mm/fault.c do_user_addr_fault, mm/memory.c vmf_can_call_fault).
    /// </summary>
    VmaLockFirst,
}

/// <summary>Policy: what a copy to the user does once a byte could not be written.</summary>
public enum FailedCopy : byte
{
    /// <summary>
    /// It tries that byte once more (v4.13 lib/iov_iter.c copy_page_to_iter_iovec; v6.1 arch/x86/lib/copy_user_64.S copy_user_handle_tail).
    /// </summary>
    TriesTwice,

    /// <summary>It gives up (v6.12 arch/x86/lib/copy_user_64.S rep_movs_alternative).</summary>
    GivesUp,
}

/// <summary>Policy: how a shared store at PTE size inserts its entry.</summary>
public enum SharedStoreInsert : byte
{
    /// <summary>Read-only; the repeated store asks pfn_mkwrite (v4.13 fs/dax.c dax_insert_mapping, mm/memory.c vm_insert_mixed).</summary>
    ReadOnly,

    /// <summary>Writable at once (v6.1 fs/dax.c dax_fault_iter, mm/memory.c vmf_insert_mixed_mkwrite).</summary>
    Writable,
}

/// <summary>Policy: what a load from a hole or an unwritten extent maps at PTE size.</summary>
public enum HoleLoad : byte
{
    /// <summary>A page-cache page in place of a mapping entry (v4.13 fs/dax.c dax_load_hole).</summary>
    PageCachePage,

    /// <summary>The shared zero page (v6.1 fs/dax.c dax_load_hole).</summary>
    ZeroPage,
}

/// <summary>Policy: which check comes first at PMD size.</summary>
public enum PmdCheckOrder : byte
{
    /// <summary>Colour, copy-on-write and VMA bounds before the end of the file (v4.13 fs/dax.c dax_iomap_pmd_fault).</summary>
    EndOfFileLast,

    /// <summary>The end of the file before all others (v6.1 fs/dax.c dax_iomap_pmd_fault).</summary>
    EndOfFileFirst,
}

/// <summary>Policy: which DAX mappings fork copies the page tables of.</summary>
public enum ForkCopy : byte
{
    /// <summary>Every one: it has VM_MIXEDMAP (v4.13 mm/memory.c copy_page_range).</summary>
    EveryDaxMapping,

    /// <summary>Only one that may hold copies: it has an anon_vma (v6.1 mm/memory.c vma_needs_copy).</summary>
    WithAnonVma,
}

/// <summary>Policy: how much of a dirty PMD entry fsync write-protects where it is mapped by PTEs.</summary>
public enum SyncWriteProtect : byte
{
    /// <summary>Its first page only (v4.13 fs/dax.c dax_mapping_entry_mkclean).</summary>
    FirstPage,

    /// <summary>All of it (v6.1 mm/rmap.c pfn_mkclean_range).</summary>
    WholeEntry,
}

/// <summary>Policy: which faults mark a mapping entry dirty.</summary>
public enum DirtyEntries : byte
{
    /// <summary>Those that write (v4.13 fs/dax.c dax_insert_mapping_entry; v6.12 fs/dax.c dax_insert_entry).</summary>
    WriteFaults,

    /// <summary>All (v6.1 fs/dax.c dax_insert_entry).</summary>
    EveryFault,
}

/// <summary>Policy: what a fault on a page that is not in the cache does after reading it (without DAX).</summary>
public enum ColdRead : byte
{
    /// <summary>Maps the one page (v4.13 mm/filemap.c filemap_fault).</summary>
    MapsPage,

    /// <summary>Lets the mmap lock go and asks for the fault again, which then maps the pages around too (v6.1 mm/filemap.c filemap_fault).</summary>
    RetriesFault,
}

/// <summary>Policy: when a forced write may go through a read-only entry.</summary>
public enum ForcedFollow : byte
{
    /// <summary>After the write-protect path broke copy-on-write, for which the fault comes once more (v4.13 mm/gup.c faultin_page, FOLL_COW).</summary>
    AfterBrokenCow,

    /// <summary>Where it maps a private copy (v6.1 mm/gup.c can_follow_write_pte).</summary>
    PrivateCopy,
}

/// <summary>Policy: what becomes of a forced write to a read-only shared mapping whose descriptor may write.</summary>
public enum ForcedSharedWrite : byte
{
    /// <summary>It is refused (mm/gup.c check_vma_flags, since commit cda540ace6a1).</summary>
    Refused,

    /// <summary>It is let through and copies the page (mm/memory.c before commit cda540ace6a1).</summary>
    Copies,
}

/// <summary>Policy: what becomes of a dirty huge PMD of a shared mapping that mprotect makes writable.</summary>
public enum DirtyHugePmd : byte
{
    /// <summary>It stays write-protected, and the next write asks the handler (v6.1 mm/huge_memory.c change_huge_pmd).</summary>
    AsksHandler,

    /// <summary>It becomes writable, as a PTE does (v6.12 mm/huge_memory.c change_huge_pmd, can_change_pmd_writable).</summary>
    MadeWritable,
}

/// <summary>Policy: what mremap does to a huge PMD of storage whose place is shifted by a page.</summary>
public enum RemapHugePmd : byte
{
    /// <summary>It takes it for a table of PTEs: pmd_trans_huge does not see it (v4.13 mm/mremap.c move_page_tables).</summary>
    TakenForTable,

    /// <summary>It splits it (v6.1 mm/mremap.c move_page_tables, since commit 5bfea2d9b17f).</summary>
    Split,
}
