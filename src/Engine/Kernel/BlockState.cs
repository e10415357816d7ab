namespace Compare.Engine;

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
