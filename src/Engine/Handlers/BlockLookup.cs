namespace Compare.Engine;

/// <summary>
/// The block lookup that a handler hands to the DAX fault (<c>struct iomap_ops</c>, <c>iomap_begin</c>). It is called with the DAX mapping
/// entry locked. Stateless, like the handler.
/// </summary>
public abstract class BlockLookup
{
    /// <summary>Looks blocks up, and allocates or converts them where the lookup is for a write.</summary>
    /// <param name="isWrite">The lookup is for a write (<c>IOMAP_WRITE</c>).</param>
    /// <param name="kernel">The kernel's operations inside a lookup.</param>
    /// <returns>The reason of a failure.</returns>
    public abstract Errno Begin(bool isWrite, ILookupOperations kernel);
}

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
