namespace Compare.Engine;

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
