namespace Compare.Engine;

/// <summary>Policy: which handler makes a read-only PTE of storage writable.</summary>
public enum PfnMkWrite : byte
{
    /// <summary>One of its own, without a journal (v4.13 fs/ext4/file.c ext4_dax_pfn_mkwrite).</summary>
    SeparateHandler,

    /// <summary>The ordinary fault handler (v6.1 fs/ext4/file.c ext4_dax_vm_ops).</summary>
    FaultHandler,
}
