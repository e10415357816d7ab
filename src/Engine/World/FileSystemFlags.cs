namespace Compare.Engine;

/// <summary>State of the file system: what the set-up made it, and what steps changed.</summary>
[Flags]
internal enum FileSystemFlags : byte
{
    /// <summary>Healthy and writable, with a journal.</summary>
    None = 0,

    /// <summary>Mounted or forced read-only (<c>SB_RDONLY</c>).</summary>
    ReadOnly = 1,

    /// <summary>The journal was aborted; what that means the kernel decides.</summary>
    Aborted = 2,

    /// <summary>Shut down by the ioctl (<c>EXT4_FLAGS_SHUTDOWN</c>).</summary>
    ShutDown = 4,

    /// <summary>Frozen (<c>SB_FREEZE_COMPLETE</c>).</summary>
    Frozen = 8,

    /// <summary>Made without a journal.</summary>
    NoJournal = 16,

    /// <summary>The set-up left no free block above the reserve.</summary>
    Full = 32,
}
