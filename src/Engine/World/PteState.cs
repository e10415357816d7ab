namespace Compare.Engine;

/// <summary>A page-table entry of one modelled page.</summary>
public enum PteState : byte
{
    /// <summary>Not present.</summary>
    None,

    /// <summary>Storage, read-only.</summary>
    DaxReadOnly,

    /// <summary>Storage, writable.</summary>
    DaxWritable,

    /// <summary>The 4 KiB zero page.</summary>
    Zero,

    /// <summary>A page-cache page, read-only.</summary>
    CacheReadOnly,

    /// <summary>A page-cache page, writable.</summary>
    CacheWritable,

    /// <summary>A copied page, read-only.</summary>
    AnonymousReadOnly,

    /// <summary>A copied page, writable.</summary>
    AnonymousWritable,
}
