namespace Compare.Engine;

/// <summary>Which handler of the VMA was called.</summary>
public enum HandlerCallKind : byte
{
    /// <summary><c>fault</c> or <c>huge_fault</c>, or <c>page_mkwrite</c> where that is the fault handler.</summary>
    Fault,

    /// <summary>A <c>pfn_mkwrite</c> of its own (<c>ext4_dax_pfn_mkwrite</c>).</summary>
    PfnMkWrite,

    /// <summary><c>ext4_page_mkwrite</c>, without DAX.</summary>
    PageMkWrite,
}
