namespace Compare.Engine;

/// <summary>What backs the file when the steps begin.</summary>
public enum ExtentLayout : byte
{
    /// <summary>Blocks for 4 MiB preallocated, then the whole file length written.</summary>
    Written,

    /// <summary>Blocks for 4 MiB preallocated, nothing written.</summary>
    Unwritten,

    /// <summary>Only the length is set.</summary>
    Hole,

    /// <summary>As <see cref="Written"/>, then the block of page 40 punched out.</summary>
    Fragmented,
}
