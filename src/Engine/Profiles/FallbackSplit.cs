namespace Compare.Engine;

/// <summary>Policy: who splits a write-protected huge PMD after the handler fell back at PMD size.</summary>
public enum FallbackSplit : byte
{
    /// <summary>Only the handler itself; the core goes on to the PTE level (v4.13 mm/memory.c wp_huge_pmd).</summary>
    ByHandler,

    /// <summary>The core splits it (v6.1 mm/memory.c wp_huge_pmd).</summary>
    ByCore,
}
