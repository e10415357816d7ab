namespace Compare.Engine;

/// <summary>Policy: how a dirty page over unwritten blocks is written (without DAX).</summary>
public enum DelayedWriteback : byte
{
    /// <summary>The blocks are converted first, short heads and tails zeroed (v4.13 fs/ext4/super.c: dioread_nolock is off).</summary>
    Direct,

    /// <summary>The block is split off unwritten and marked after the write (v6.1 fs/ext4/super.c: dioread_nolock is on).</summary>
    ThroughUnwritten,
}
