namespace Compare.Engine;

/// <summary>Length of the file when the steps begin.</summary>
public enum FileLength : byte
{
    /// <summary>4 MiB.</summary>
    Full,

    /// <summary>1 MiB and 100 bytes: 257 pages hold a byte of it.</summary>
    Partial,
}
