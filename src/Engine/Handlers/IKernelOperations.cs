namespace Compare.Engine;

/// <summary>
/// What a fault handler may ask of the kernel, under the kernel's names. Once an operation blocks, or the handler failed, every later
/// one of the same call does nothing: the call does not return. What is only read can be read at any time.
/// </summary>
public interface IKernelOperations
{
    /// <summary><c>sb_rdonly</c>, v4.13 <c>MS_RDONLY</c> (include/linux/fs.h): the file system is read-only.</summary>
    bool IsReadOnly { get; }

    /// <summary><c>ext4_forced_shutdown</c> (fs/ext4/ext4.h): the file system was shut down.</summary>
    bool IsShutDown { get; }

    /// <summary>
    /// <c>vmf->pgoff</c> (mm/memory.c <c>__handle_mm_fault</c>, <c>linear_page_index</c>): the faulting address as a page of the file, in
    /// 4 KiB pages, at every size of the fault.
    /// </summary>
    long PageOffset { get; }

    /// <summary><c>i_size_read</c> (include/linux/fs.h): the file's length in bytes.</summary>
    long FileSize { get; }

    /// <summary>Whether the handler itself took a lock in this step and has not released it as often as it took it.</summary>
    /// <param name="which">Freeze protection, the lock against truncation or a journal handle; no handler takes the others itself.</param>
    bool Holds(KernelLock which);

    /// <summary>
    /// The handler fails and never returns; whatever it returns after this is passed over. Locks that are held stay held. Not for a
    /// <see cref="BlockLookup"/>.
    /// </summary>
    /// <param name="failure">How it fails.</param>
    /// <param name="place">Where, as a number of the handler's own (<see cref="FaultHandler.DescribePlace"/>).</param>
    void Fail(HandlerFailure failure, int place);

    /// <summary><c>sb_start_pagefault</c>: freeze protection; blocks on a frozen file system.</summary>
    void StartPageFault();

    /// <summary><c>sb_end_pagefault</c>.</summary>
    void EndPageFault();

    /// <summary><c>file_update_time</c>: sets the file's times unless the file system is read-only.</summary>
    void UpdateTime();

    /// <summary>Takes the lock against truncation shared: <c>i_mmap_sem</c>, later <c>filemap_invalidate_lock_shared</c>.</summary>
    void LockMapping();

    /// <summary>Releases the lock against truncation.</summary>
    void UnlockMapping();

    /// <summary><c>ext4_journal_start_sb</c>: counted also where it fails.</summary>
    /// <returns>The reason of a failure.</returns>
    Errno JournalStart();

    /// <summary><c>ext4_journal_stop</c>.</summary>
    void JournalStop();

    /// <summary><c>dax_iomap_fault</c> at the size of the fault, with the file system's block lookup.</summary>
    /// <param name="error">Error of the block lookup at PTE size, where the kernel passes it on.</param>
    VmFault DaxFault(out Errno error);

    /// <summary><c>dax_iomap_fault</c> at the size of the fault, with a block lookup of the handler's own.</summary>
    /// <param name="lookup">The lookup.</param>
    /// <param name="error">Error of the block lookup at PTE size, where the kernel passes it on.</param>
    VmFault DaxFault(BlockLookup lookup, out Errno error);

    /// <summary>
    /// Whether the handler starts again with a new handle after its lookup found no space (v6.1's
    /// <c>ext4_dax_huge_fault</c> with <c>ext4_should_retry_alloc</c>; false where the kernel's handler has no such loop).
    /// </summary>
    /// <param name="error">Error of the lookup.</param>
    /// <param name="retries">Retries made so far.</param>
    bool RetriesAllocation(Errno error, int retries);

    /// <summary><c>split_huge_pmd</c> of the faulting range, where a huge PMD is mapped.</summary>
    void SplitHugePmd();

    /// <summary>Counts <c>THP_FAULT_FALLBACK</c>.</summary>
    void CountFallback();
}

/// <summary>Error numbers that cross the modelled path.</summary>
public enum Errno : byte
{
    /// <summary>Success.</summary>
    None,

    /// <summary><c>EIO</c>.</summary>
    Io,

    /// <summary><c>EROFS</c>.</summary>
    ReadOnlyFileSystem,

    /// <summary><c>ENOSPC</c>.</summary>
    NoSpace,
}
