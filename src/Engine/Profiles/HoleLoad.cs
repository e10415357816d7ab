namespace Compare.Engine;

/// <summary>Policy: what a load from a hole or an unwritten extent maps at PTE size.</summary>
public enum HoleLoad : byte
{
    /// <summary>A page-cache page in place of a mapping entry (v4.13 fs/dax.c dax_load_hole).</summary>
    PageCachePage,

    /// <summary>The shared zero page (v6.1 fs/dax.c dax_load_hole).</summary>
    ZeroPage,
}
