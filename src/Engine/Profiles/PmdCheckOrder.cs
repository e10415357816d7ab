namespace Compare.Engine;

/// <summary>Policy: which check comes first at PMD size.</summary>
public enum PmdCheckOrder : byte
{
    /// <summary>Colour, copy-on-write and VMA bounds before the end of the file (v4.13 fs/dax.c dax_iomap_pmd_fault).</summary>
    EndOfFileLast,

    /// <summary>The end of the file before all others (v6.1 fs/dax.c dax_iomap_pmd_fault).</summary>
    EndOfFileFirst,
}
