namespace Compare.Engine;

/// <summary>What a block lookup asks for and finds (<c>struct ext4_map_blocks</c>).</summary>
internal struct BlockMap(int block, int length)
{
    /// <summary>First block asked for.</summary>
    public readonly int Block = block;

    /// <summary>Blocks asked for, then blocks found in one run.</summary>
    public int Length = length;

    /// <summary>What the run is.</summary>
    public BlockState State;

    /// <summary>Whether the run lies on disk as aligned to 2 MiB as in the file.</summary>
    public bool IsAligned;
}

/// <summary>What a run of blocks is.</summary>
internal enum BlockState : byte
{
    /// <summary>Nothing allocated.</summary>
    Hole,

    /// <summary>Allocated, reads as zeroes.</summary>
    Unwritten,

    /// <summary>Allocated and written.</summary>
    Mapped,
}
