namespace Compare.Engine;

/// <summary>A page-middle-directory entry of one 2 MiB range of a mapping.</summary>
public enum PmdState : byte
{
    /// <summary>Empty.</summary>
    None,

    /// <summary>Points to a table of PTEs, perhaps all of them empty.</summary>
    Table,

    /// <summary>Maps 2 MiB of storage, read-only.</summary>
    HugeReadOnly,

    /// <summary>Maps 2 MiB of storage, writable.</summary>
    HugeWritable,

    /// <summary>Maps the 2 MiB zero page.</summary>
    HugeZero,
}
