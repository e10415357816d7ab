namespace Compare.Engine;

/// <summary>Policy: which faults mark a mapping entry dirty.</summary>
public enum DirtyEntries : byte
{
    /// <summary>Those that write (v4.13 fs/dax.c dax_insert_mapping_entry).</summary>
    WriteFaults,

    /// <summary>All (v6.1 fs/dax.c dax_insert_entry).</summary>
    EveryFault,
}
