using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Engine;

/// <summary>Page tables of one mapping in the process that runs the steps.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct MappingTables
{
    /// <summary>1 where the PUD of the mapping's region is not empty.</summary>
    internal byte Pud;

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

    internal void SetPmd(int range, PmdState state) => _pmds[range] = state;

    internal void SetPte(int slot, PteState state) => _ptes[slot] = state;

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
