namespace Compare.Engine;

/// <summary>What a slot of the file's mapping entries (radix tree, later XArray) holds.</summary>
public enum MappingEntry : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An empty entry: grabbed for a fault that then failed.</summary>
    Empty,

    /// <summary>A hole that was read: the zero page, 4 KiB or 2 MiB.</summary>
    Zero,

    /// <summary>A hole that was read at PTE size: a page-cache page in place of an entry (v4.13).</summary>
    HolePage,

    /// <summary>Storage, clean.</summary>
    Clean,

    /// <summary>Storage, tagged dirty.</summary>
    Dirty,
}
