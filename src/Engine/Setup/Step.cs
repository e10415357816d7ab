namespace Compare.Engine;

/// <summary>One step of a scenario.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Place">Where; <see cref="Place.Target"/> for verbs that name no page.</param>
public readonly record struct Step(Verb Verb, Place Place = Place.Target)
{
    /// <summary>Whether the verb accesses a page, so that a place may be named.</summary>
    public bool IsAccess => Verb is <= Verb.OtherStore;
}

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

/// <summary>The page that an access touches, counted from the start of the mapping that it uses.</summary>
public enum Place : byte
{
    /// <summary>Page 10.</summary>
    Target,

    /// <summary>Page 12: the same PMD range.</summary>
    Near,

    /// <summary>Page 522: the next PMD range.</summary>
    Far,

    /// <summary>Page 300: beyond the end of a partial file.</summary>
    Beyond,
}
