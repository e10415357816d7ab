namespace Compare.Engine;

/// <summary>Policy: how a shared store at PTE size inserts its entry.</summary>
public enum SharedStoreInsert : byte
{
    /// <summary>Read-only; the repeated store asks pfn_mkwrite (v4.13 fs/dax.c dax_insert_mapping, mm/memory.c vm_insert_mixed).</summary>
    ReadOnly,

    /// <summary>Writable at once (v6.1 fs/dax.c dax_fault_iter, mm/memory.c vmf_insert_mixed_mkwrite).</summary>
    Writable,
}
