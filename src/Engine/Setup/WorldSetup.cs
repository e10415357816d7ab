namespace Compare.Engine;

/// <summary>Everything that decides the world before the first step.</summary>
/// <param name="Mount">With or without <c>-o dax</c>.</param>
/// <param name="FileSystem">State of the file system.</param>
/// <param name="Mapping">Open mode, sharing and protection of the main mapping.</param>
/// <param name="Geometry">Place and length of every mapping.</param>
/// <param name="Extents">What backs the file.</param>
/// <param name="Length">Length of the file.</param>
/// <param name="HugePages">Whether mappings may use huge pages.</param>
public readonly record struct WorldSetup(
    Mount Mount,
    FileSystemState FileSystem,
    MappingKind Mapping,
    Geometry Geometry,
    ExtentLayout Extents,
    FileLength Length,
    HugePages HugePages);

/// <summary>How the ext4 file system is mounted.</summary>
public enum Mount : byte
{
    /// <summary><c>-o dax</c>: pages of a file map storage directly.</summary>
    Dax,

    /// <summary>Without <c>-o dax</c>: the page cache is between file and mapping.</summary>
    NoDax,
}

/// <summary>State of the ext4 file system while the steps run.</summary>
public enum FileSystemState : byte
{
    /// <summary>Healthy, journal on.</summary>
    Writable,

    /// <summary>Remounted read-only before the file is opened.</summary>
    ReadOnly,

    /// <summary>Forced read-only after the file is opened and mapped (<c>do_emergency_remount</c>).</summary>
    Emergency,

    /// <summary>The journal is aborted after the file is opened and mapped.</summary>
    Aborted,

    /// <summary>Shut down after the file is opened and mapped (<c>ext4_shutdown</c>, no log flush).</summary>
    Shutdown,

    /// <summary>Frozen after the file is opened and mapped (<c>freeze_super</c>), and thawed only after all steps.</summary>
    Frozen,

    /// <summary>Made without a journal, writable.</summary>
    NoJournal,

    /// <summary>Made without a journal, remounted read-only before the file is opened.</summary>
    NoJournalReadOnly,

    /// <summary>Writable, with no free block above the reserve.</summary>
    Full,
}

/// <summary>What states of a file system have in common.</summary>
public static class FileSystemStates
{
    /// <summary>Whether a file can be opened for reading only: the file system is read-only before it is opened.</summary>
    /// <param name="state">The state.</param>
    public static bool OpensReadOnly(this FileSystemState state) => state is FileSystemState.ReadOnly or FileSystemState.NoJournalReadOnly;
}

/// <summary>How the file is mapped: open mode, sharing and protection.</summary>
public enum MappingKind : byte
{
    /// <summary><c>O_RDWR</c>, <c>MAP_SHARED</c>, read and write.</summary>
    Shared,

    /// <summary><c>O_RDWR</c>, <c>MAP_SHARED</c>, read only.</summary>
    SharedReadOnly,

    /// <summary><c>O_RDONLY</c>, <c>MAP_SHARED</c>, read only; <c>do_mmap</c> clears <c>VM_SHARED</c> on it.</summary>
    SharedReadOnlyDescriptor,

    /// <summary><c>O_RDONLY</c>, <c>MAP_PRIVATE</c>, read and write.</summary>
    Private,

    /// <summary><c>O_RDONLY</c>, <c>MAP_PRIVATE</c>, read only.</summary>
    PrivateReadOnly,
}

/// <summary>Where the main mapping lies in its own 1 GiB region of address space, and how long it is.</summary>
public enum Geometry : byte
{
    /// <summary>Starts on the 1 GiB boundary, 4 MiB long.</summary>
    Aligned,

    /// <summary>Starts one page after the boundary, 4 MiB long: address and file offset differ in PMD colour.</summary>
    Misaligned,

    /// <summary>Starts on the boundary, 16 pages long: no PMD fits inside.</summary>
    Small,
}

/// <summary>What backs the file when the steps begin.</summary>
public enum ExtentLayout : byte
{
    /// <summary>Blocks for 4 MiB preallocated, then the whole file length written.</summary>
    Written,

    /// <summary>Blocks for 4 MiB preallocated, nothing written.</summary>
    Unwritten,

    /// <summary>Only the length is set.</summary>
    Hole,

    /// <summary>As <see cref="Written"/>, then the block of page 40 punched out.</summary>
    Fragmented,
}

/// <summary>Length of the file when the steps begin.</summary>
public enum FileLength : byte
{
    /// <summary>4 MiB.</summary>
    Full,

    /// <summary>1 MiB and 100 bytes: 257 pages hold a byte of it.</summary>
    Partial,
}

/// <summary>Whether mappings may use transparent huge pages (system setting <c>always</c>).</summary>
public enum HugePages : byte
{
    /// <summary>Allowed.</summary>
    Allowed,

    /// <summary><c>madvise(MADV_NOHUGEPAGE)</c> on every mapping of the scenario.</summary>
    Refused,
}
