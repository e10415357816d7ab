namespace Compare.Engine;

/// <summary>Policy: how much of a dirty PMD entry fsync write-protects where it is mapped by PTEs.</summary>
public enum SyncWriteProtect : byte
{
    /// <summary>Its first page only (v4.13 fs/dax.c dax_mapping_entry_mkclean).</summary>
    FirstPage,

    /// <summary>All of it (v6.1 mm/rmap.c pfn_mkclean_range).</summary>
    WholeEntry,
}
