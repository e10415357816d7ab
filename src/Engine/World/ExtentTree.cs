using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Engine;

/// <summary>The file's extents in order: up to four in the inode, more of them in one leaf block.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct ExtentTree
{
    /// <summary>Extents that the inode holds (<c>ext4_ext_space_root</c>).</summary>
    public const int RootCapacity = 4;

    /// <summary>
    /// More extents than the modelled steps can make: their edges lie at the modelled pages, the set-up's and those of halved
    /// requests, and a leaf block (340 entries) never fills.
    /// </summary>
    public const int Capacity = 20;

    /// <summary>Number of extents.</summary>
    public byte Count;

    /// <summary>1 where the extents lie in a leaf block.</summary>
    public byte HasLeaf;

    private Extents _extents;

    /// <summary>Whether the node that holds the extents has no room for another.</summary>
    public readonly bool IsFull => HasLeaf == 0 && Count >= RootCapacity;

    public readonly Extent this[int index] => _extents[index];

    public void Set(int index, Extent extent) => _extents[index] = extent;

    /// <summary>The extent that a search for a block ends at: the last that starts at or before it, else the first; -1 where there is none.</summary>
    public readonly int Find(int block)
    {
        var index = 0;
        while (index + 1 < Count && _extents[index + 1].Start <= block)
        {
            index++;
        }

        return Count == 0 ? -1 : index;
    }

    public void Insert(int index, Extent extent)
    {
        if (Count == Capacity)
        {
            throw new InvalidOperationException($"The file has more than {Capacity} extents, which the model does not hold.");
        }

        for (var i = (int)Count; i > index; i--)
        {
            _extents[i] = _extents[i - 1];
        }

        _extents[index] = extent;
        Count++;
    }

    public void RemoveAt(int index)
    {
        Count--;
        for (var i = index; i < Count; i++)
        {
            _extents[i] = _extents[i + 1];
        }

        _extents[Count] = default;
    }

    [InlineArray(Capacity)]
    private struct Extents
    {
        private Extent _first;
    }
}

/// <summary>One extent of the file, packed into 32 bits.</summary>
/// <param name="Bits">First block (11 bits), length (11 bits), place on disk (8 bits), unwritten (1 bit).</param>
internal readonly record struct Extent(uint Bits)
{
    /// <summary>Place of the blocks that the set-up allocated: aligned to 2 MiB, one run.</summary>
    public const int SetupPlace = 0;

    /// <summary>Place of blocks allocated for a whole PMD range: aligned to 2 MiB.</summary>
    public const int AlignedPlace = 1;

    public Extent(int start, int length, int place, bool unwritten)
        : this((uint)start | ((uint)length << 11) | ((uint)place << 22) | (unwritten ? 1u << 30 : 0))
    {
    }

    /// <summary>First block.</summary>
    public int Start => (int)(Bits & 0x7FF);

    /// <summary>Number of blocks.</summary>
    public int Length => (int)((Bits >> 11) & 0x7FF);

    /// <summary>The block after the last.</summary>
    public int End => Start + Length;

    /// <summary>
    /// Difference between place on disk and block number, as a name: blocks of one name are contiguous on disk where they are
    /// contiguous in the file.
    /// </summary>
    public int Place => (int)((Bits >> 22) & 0xFF);

    /// <summary>Preallocated and not written.</summary>
    public bool IsUnwritten => (Bits & (1u << 30)) != 0;

    /// <summary>Aligned to 2 MiB on disk as it is in the file.</summary>
    public bool IsAligned => Place <= AlignedPlace;

    /// <summary>The part of this extent between two blocks.</summary>
    public Extent Slice(int start, int end, bool unwritten) => new(start, end - start, Place, unwritten);
}
