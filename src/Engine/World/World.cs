using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Engine;

/// <summary>
/// Identity of a state: everything that can change what a later step does, and no counter. Packed and without references, so
/// that it is compared and hashed as bytes.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct World : IEquatable<World>
{
    internal Mount Mount;
    internal FileSystemFlags FileSystem;
    internal HugePages HugePages;

    /// <summary>1 where the mappings are <see cref="Pages.OfSmallMapping"/> pages long.</summary>
    internal byte IsSmall;

    /// <summary>1 where <c>punch</c> uses a descriptor that is open from the start.</summary>
    internal byte PunchesThroughOpenFile;

    /// <summary>1 where a descriptor that may write is open beside the main mapping's.</summary>
    internal byte HasWriter;

    /// <summary>1 where <see cref="ParentMain"/> and <see cref="ParentOther"/> are mappings of the running process's parent.</summary>
    internal byte HasParent;

    /// <summary>The step that waits for a thaw.</summary>
    internal Waiting Waiting;

    /// <summary>1 once the file's time differs from the one set before the steps.</summary>
    internal byte TimeChanged;

    /// <summary>Pages that hold a byte of the file.</summary>
    internal ushort FilePages;

    internal MappingTables Main;
    internal MappingTables Other;
    internal MappingTables ParentMain;
    internal MappingTables ParentOther;

    /// <summary>Huge PMDs that processes before the parent still map, per mapping and range.</summary>
    internal AncestorPmds Ancestors;

    internal PteEntries Entries;
    internal PmdEntries HugeEntries;

    /// <summary>Modelled pages, as bits, that are in the page cache (without DAX).</summary>
    internal byte CachedPages;

    /// <summary>Modelled pages, as bits, that are dirty in the page cache.</summary>
    internal byte DirtyPages;

    /// <summary>Modelled pages, as bits, whose block is reserved and not yet allocated (delayed allocation).</summary>
    internal byte DelayedBlocks;

    /// <summary>Blocks freed since the last commit: nothing may be put in their place before it.</summary>
    internal byte FreedPending;

    /// <summary>1 while the place on disk of the punched block waits for a commit.</summary>
    internal byte TargetPlacePending;

    /// <summary>Free clusters above the reserve, up to <see cref="ManyFreeClusters"/>; below zero where the reserve was used.</summary>
    internal short FreeClusters;

    /// <summary>Parts of the file known to the extent-status tree as holes, as bits of <see cref="HoleSegments"/>.</summary>
    internal ulong CachedHoles;

    internal ExtentTree Extents;

    /// <summary>Enough free clusters for anything a scenario does: the count stays there.</summary>
    internal const short ManyFreeClusters = short.MaxValue;

    /// <summary>Size of a world in bytes.</summary>
    public static int Size => Unsafe.SizeOf<World>();

    /// <summary>The step that waits for a thaw; null where none does.</summary>
    public readonly Step? WaitingStep => Waiting.IsSet == 0 ? null : new Step(Waiting.Verb, Waiting.Place);

    /// <summary>Page tables of the main mapping.</summary>
    public readonly MappingTables MainTables => Main;

    /// <summary>Page tables of the second mapping.</summary>
    public readonly MappingTables OtherTables => Other;

    /// <summary>The mapping entry of a modelled page.</summary>
    /// <param name="slot">The page, as <see cref="Place"/>.</param>
    public readonly MappingEntry EntryAt(int slot) => Entries[slot];

    /// <summary>The 2 MiB mapping entry of a PMD range.</summary>
    /// <param name="range">0 or 1.</param>
    public readonly MappingEntry HugeEntryAt(int range) => HugeEntries[range];

    /// <summary>
    /// Where the parts of a world end that change for reasons of their own, in bytes: file system, main mapping, second mapping, those of the parent,
    /// entries and caches, extents.
    /// </summary>
    public static ImmutableArray<int> PartEnds { get; } = FindPartEnds();

    /// <summary>The world without what no later step reads: whether the time was changed, and how many processes map a huge page, which only
    /// a counter tells (mm/huge_memory.c <c>__split_huge_pmd</c>, <c>thp_split_pmd</c>).</summary>
    /// <param name="keepsSplits">Whether that counter is looked at.</param>
    public readonly World Without(bool keepsSplits) => this with { TimeChanged = 0, Ancestors = keepsSplits ? Ancestors : default };

    /// <summary>The world without its parent's mappings, where no step goes back to them: what is done to a file does the same to the running process
    /// whoever else maps it (mm/rmap.c walks them all), and only <see cref="Ancestors"/> and the counter of splits tell of the others.</summary>
    public readonly World WithoutParent() => this with { HasParent = 0, ParentMain = default, ParentOther = default };

    /// <summary>The world where no descriptor that may write is open beside the main mapping's.</summary>
    public readonly World WithoutWriter() => this with { HasWriter = 0 };

    /// <summary>Two worlds are one state.</summary>
    public static bool operator ==(in World left, in World right) => Bytes(in left).SequenceEqual(Bytes(in right));

    /// <summary>Two worlds are different states.</summary>
    public static bool operator !=(in World left, in World right) => !(left == right);

    /// <inheritdoc/>
    public readonly bool Equals(World other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is World other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Bytes(in this));
        return hash.ToHashCode();
    }

    /// <summary>The bytes of a world, all of them.</summary>
    /// <param name="world">The world; the bytes are its own.</param>
    public static ReadOnlySpan<byte> Bytes(in World world) =>
        MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in world, 1));

    private static ImmutableArray<int> FindPartEnds()
    {
        World world = default;
        return
        [
            OffsetOf(ref Unsafe.As<MappingTables, byte>(ref world.Main)),
            OffsetOf(ref Unsafe.As<MappingTables, byte>(ref world.Other)),
            OffsetOf(ref Unsafe.As<MappingTables, byte>(ref world.ParentMain)),
            OffsetOf(ref Unsafe.As<PteEntries, byte>(ref world.Entries)),
            OffsetOf(ref Unsafe.As<ExtentTree, byte>(ref world.Extents)),
            Size,
        ];

        int OffsetOf(ref byte field) => (int)Unsafe.ByteOffset(ref Unsafe.As<World, byte>(ref world), ref field);
    }

    [InlineArray(Pages.Count)]
    internal struct PteEntries
    {
        private MappingEntry _first;
    }

    [InlineArray(Pages.Ranges)]
    internal struct PmdEntries
    {
        private MappingEntry _first;
    }

    [InlineArray(2 * Pages.Ranges)]
    internal struct AncestorPmds
    {
        private byte _first;
    }
}

/// <summary>What a slot of the file's mapping entries (radix tree, later XArray) holds.</summary>
public enum MappingEntry : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An empty entry: grabbed for a fault that then failed.</summary>
    Empty,

    /// <summary>A hole that was read: the zero page, 4 KiB or 2 MiB.</summary>
    Zero,

    /// <summary>A hole that was read at PTE size: a page-cache page in place of an entry (v4.13).</summary>
    HolePage,

    /// <summary>Storage, clean.</summary>
    Clean,

    /// <summary>Storage, tagged dirty.</summary>
    Dirty,
}
