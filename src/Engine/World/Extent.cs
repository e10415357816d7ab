namespace Compare.Engine;

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
