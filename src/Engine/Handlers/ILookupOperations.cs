namespace Compare.Engine;

/// <summary>What a block lookup may ask of the kernel.</summary>
public interface ILookupOperations
{
    /// <summary><c>ext4_journal_start</c>, counted as one of the lookup's, also where it fails.</summary>
    /// <returns>The reason of a failure.</returns>
    Errno JournalStart();

    /// <summary><c>ext4_journal_stop</c>.</summary>
    void JournalStop();

    /// <summary><c>ext4_iomap_begin</c>: the file system's own lookup, with the handles that it starts itself.</summary>
    /// <returns>The reason of a failure.</returns>
    Errno IomapBegin();
}
