namespace Compare.Engine;

/// <summary>Policy: what punch, truncate and extend unmap.</summary>
public enum TruncateUnmap : byte
{
    /// <summary>The range that goes (v4.13 mm/truncate.c).</summary>
    RangeOnly,

    /// <summary>First the whole file but private copies (v6.1 fs/ext4/inode.c ext4_break_layouts).</summary>
    WholeFileFirst,
}
