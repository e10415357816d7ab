namespace Compare.Engine;

/// <summary>One call of a handler.</summary>
/// <param name="Kind">Which handler.</param>
/// <param name="Level">At which size.</param>
/// <param name="Result">What it returned; <see cref="VmFault.Blocked"/> where it did not.</param>
public readonly record struct HandlerCall(HandlerCallKind Kind, FaultLevel Level, VmFault Result);

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
