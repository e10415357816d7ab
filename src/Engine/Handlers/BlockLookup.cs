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
