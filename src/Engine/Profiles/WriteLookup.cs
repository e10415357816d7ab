namespace Compare.Engine;

/// <summary>Policy: when a write lookup starts a journal handle.</summary>
public enum WriteLookup : byte
{
    /// <summary>Always (v4.13 fs/ext4/inode.c ext4_iomap_begin).</summary>
    HandleAlways,

    /// <summary>Only where the blocks are not mapped and written (v6.1 fs/ext4/inode.c ext4_iomap_begin).</summary>
    HandleOnlyToAllocate,
}
