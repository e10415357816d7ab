namespace Compare.Engine;

/// <summary>Policy: which DAX mappings fork copies the page tables of.</summary>
public enum ForkCopy : byte
{
    /// <summary>Every one: it has VM_MIXEDMAP (v4.13 mm/memory.c copy_page_range).</summary>
    EveryDaxMapping,

    /// <summary>Only one that may hold copies: it has an anon_vma (v6.1 mm/memory.c vma_needs_copy).</summary>
    WithAnonVma,
}
