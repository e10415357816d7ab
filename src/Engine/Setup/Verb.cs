namespace Compare.Engine;

/// <summary>What a step does.</summary>
public enum Verb : byte
{
    /// <summary>A user-mode read of one byte.</summary>
    Load,

    /// <summary>A user-mode write of one byte.</summary>
    Store,

    /// <summary>A one-byte write through <c>/proc/self/mem</c> (<c>FOLL_FORCE | FOLL_WRITE</c>).</summary>
    Force,

    /// <summary>The kernel copies one byte to the page: <c>read(2)</c> from a pipe.</summary>
    CopyIn,

    /// <summary><c>mlock</c> of the page, and <c>munlock</c> if it succeeded.</summary>
    MemoryLock,

    /// <summary>A read through the second mapping of the same file.</summary>
    OtherLoad,

    /// <summary>A write through the second mapping of the same file.</summary>
    OtherStore,

    /// <summary><c>madvise(MADV_DONTNEED)</c> on the main mapping's first PMD range, or on all of it when small.</summary>
    DontNeed,

    /// <summary><c>fsync</c> of the main mapping's descriptor.</summary>
    Fsync,

    /// <summary>A hole punched at page 10 of the file.</summary>
    Punch,

    /// <summary>The length set to 5 pages.</summary>
    Truncate,

    /// <summary>The length set to 4 MiB.</summary>
    Extend,

    /// <summary><c>fork</c>; the child runs the remaining steps.</summary>
    Fork,

    /// <summary>An anonymous page mapped and touched 512 MiB into the main mapping's 1 GiB region.</summary>
    PopulatePud,
}
