namespace Compare.Engine;

/// <summary>Policy: what an aborted journal makes of the file system.</summary>
public enum AbortedJournal : byte
{
    /// <summary>It goes read-only (v4.13 fs/ext4/super.c __ext4_abort).</summary>
    FileSystemReadOnly,

    /// <summary>It stays writable and each journal start fails (v6.1 fs/ext4/super.c ext4_handle_error).</summary>
    JournalFails,
}
