namespace Compare.Engine;

/// <summary>One step of a scenario.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Place">Where; <see cref="Place.Target"/> for verbs that name no page.</param>
public readonly record struct Step(Verb Verb, Place Place = Place.Target)
{
    /// <summary>Whether the verb accesses a page through a mapping.</summary>
    public bool IsAccess => Verb is <= Verb.OtherStore;

    /// <summary>Whether the verb is about one page, so that a place may be named.</summary>
    public bool NamesPage => IsAccess || Verb is Verb.Read or Verb.Write;

    /// <summary>Whether the step is done to the file system by a task of its own, which goes on where the scenario's waits.</summary>
    public bool IsByAnother => Verb is Verb.Freeze or Verb.Thaw or Verb.RemountReadOnly or Verb.RemountWritable or Verb.Shutdown;
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

    /// <summary>The child of the last <c>fork</c> ends; its parent runs the remaining steps.</summary>
    ExitChild,

    /// <summary>One byte read through the main mapping's descriptor (<c>pread</c>), at the start of the page in the file.</summary>
    Read,

    /// <summary>One byte written through the main mapping's descriptor (<c>pwrite</c>), at the start of the page in the file.</summary>
    Write,

    /// <summary><c>msync(MS_SYNC)</c> of the main mapping.</summary>
    MemorySync,

    /// <summary><c>mprotect</c> of the main mapping: read only.</summary>
    ProtectReadOnly,

    /// <summary><c>mprotect</c> of the main mapping: read and write.</summary>
    ProtectWritable,

    /// <summary>
    /// <c>mremap</c> of the main mapping to the other half of the first 512 MiB of its 1 GiB region, shifted by a page: an aligned mapping becomes
    /// a misaligned one, and a misaligned one aligned.
    /// </summary>
    Remap,

    /// <summary>The file system frozen (<c>FIFREEZE</c>), by another task.</summary>
    Freeze,

    /// <summary>The file system thawed (<c>FITHAW</c>), by another task; what waited for it goes on, and the step is what that comes to.</summary>
    Thaw,

    /// <summary>The file system remounted read-only, by another task.</summary>
    RemountReadOnly,

    /// <summary>The file system remounted writable, by another task.</summary>
    RemountWritable,

    /// <summary>The file system shut down (<c>EXT4_IOC_SHUTDOWN</c>, no log flush), by another task.</summary>
    Shutdown,
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
