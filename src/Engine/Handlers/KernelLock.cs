namespace Compare.Engine;

/// <summary>Locks and lock-like resources that the fault path takes, in the order in which the shipped handlers take them.</summary>
public enum KernelLock : byte
{
    /// <summary>Freeze protection (<c>sb_start_pagefault</c>).</summary>
    FreezeProtection,

    /// <summary>The lock against truncation (<c>i_mmap_sem</c>, later <c>invalidate_lock</c>).</summary>
    Mapping,

    /// <summary>A journal handle, outermost start.</summary>
    JournalHandle,

    /// <summary>A locked DAX mapping entry.</summary>
    DaxEntry,

    /// <summary>A page-table lock.</summary>
    PageTable,
}
