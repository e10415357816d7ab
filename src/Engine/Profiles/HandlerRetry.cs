namespace Compare.Engine;

/// <summary>Policy: whether the fault handler tries again outside its journal handle.</summary>
public enum HandlerRetry : byte
{
    /// <summary>No (v4.13 fs/ext4/file.c ext4_dax_huge_fault).</summary>
    None,

    /// <summary>Yes, at PTE size, up to three times (v6.1 fs/ext4/file.c ext4_dax_huge_fault).</summary>
    OutsideHandle,
}
