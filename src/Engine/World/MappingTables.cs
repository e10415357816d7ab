using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Engine;

/// <summary>A mapping in a process: what it permits, where it lies, and its page tables.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct MappingTables
{
    /// <summary>How the file is mapped now; <c>mprotect</c> changes the protection.</summary>
    internal MappingKind Kind;

    /// <summary>Pages by which address and file offset differ in PMD colour: 0 or 1.</summary>
    internal byte Shift;

    /// <summary>1 once an anonymous page lies in the mapping's 1 GiB region.</summary>
    internal byte PudPopulated;

    /// <summary>1 where the PUD of the mapping's region is not empty.</summary>
    internal byte Pud;

    /// <summary>Entries of storage or of the page cache with the dirty bit: modelled pages from bit 0 on, PMD ranges above them.</summary>
    internal byte Dirty;

    /// <summary>Modelled pages, as bits, whose VMA has an <c>anon_vma</c>.</summary>
    internal byte AnonPages;

    /// <summary>Modelled pages, as bits, that lie in a VMA of their own with <c>VM_LOCKED</c>: an mlock that failed (without DAX).</summary>
    internal byte Locked;

    /// <summary>Modelled pages, as bits, that a VMA begins with: the mapping is cut before them.</summary>
    internal byte CutsBefore;

    /// <summary>Modelled pages, as bits, that a VMA ends with.</summary>
    internal byte CutsAfter;

    private PmdStates _pmds;
    private PteStates _ptes;

    /// <summary>Whether the PUD of the mapping's region points to a table of PMDs.</summary>
    public readonly bool HasPud => Pud != 0;

    /// <summary>PMD entry of a range.</summary>
    /// <param name="range">0 or 1.</param>
    public readonly PmdState Pmd(int range) => _pmds[range];

    /// <summary>PTE of a modelled page.</summary>
    /// <param name="slot">The page, as <see cref="Place"/>.</param>
    public readonly PteState Pte(int slot) => _ptes[slot];

    /// <summary>Sets a PMD entry. A writable one is made dirty, any other clean.</summary>
    internal void SetPmd(int range, PmdState state)
    {
        _pmds[range] = state;
        SetDirty(Pages.Count + range, state == PmdState.HugeWritable);
    }

    /// <summary>Sets a PTE. A writable one of storage or of the page cache is made dirty, any other clean.</summary>
    internal void SetPte(int slot, PteState state)
    {
        _ptes[slot] = state;
        SetDirty(slot, state is PteState.DaxWritable or PteState.CacheWritable);
    }

    /// <summary>Changes the protection of a PMD entry, which keeps its dirty bit.</summary>
    internal void ProtectPmd(int range, PmdState state) => _pmds[range] = state;

    /// <summary>Changes the protection of a PTE, which keeps its dirty bit.</summary>
    internal void ProtectPte(int slot, PteState state) => _ptes[slot] = state;

    internal readonly bool IsPmdDirty(int range) => (Dirty & (1 << (Pages.Count + range))) != 0;

    internal readonly bool IsPteDirty(int slot) => (Dirty & (1 << slot)) != 0;

    private void SetDirty(int bit, bool isDirty) => Dirty = (byte)(isDirty ? Dirty | (1 << bit) : Dirty & ~(1 << bit));

    [InlineArray(Pages.Ranges)]
    private struct PmdStates
    {
        private PmdState _first;
    }

    [InlineArray(Pages.Count)]
    private struct PteStates
    {
        private PteState _first;
    }
}

/// <summary>A page-middle-directory entry of one 2 MiB range of a mapping.</summary>
public enum PmdState : byte
{
    /// <summary>Empty.</summary>
    None,

    /// <summary>Points to a table of PTEs, perhaps all of them empty.</summary>
    Table,

    /// <summary>Maps 2 MiB of storage, read-only.</summary>
    HugeReadOnly,

    /// <summary>Maps 2 MiB of storage, writable.</summary>
    HugeWritable,

    /// <summary>Maps the 2 MiB zero page.</summary>
    HugeZero,
}

/// <summary>A page-table entry of one modelled page.</summary>
public enum PteState : byte
{
    /// <summary>Not present.</summary>
    None,

    /// <summary>Storage, read-only.</summary>
    DaxReadOnly,

    /// <summary>Storage, writable.</summary>
    DaxWritable,

    /// <summary>The 4 KiB zero page.</summary>
    Zero,

    /// <summary>A page-cache page, read-only.</summary>
    CacheReadOnly,

    /// <summary>A page-cache page, writable.</summary>
    CacheWritable,

    /// <summary>A copied page, read-only.</summary>
    AnonymousReadOnly,

    /// <summary>A copied page, writable.</summary>
    AnonymousWritable,
}
