namespace Compare.Engine;

/// <summary>Policy: what a fault on a page that is not in the cache does after reading it (without DAX).</summary>
public enum ColdRead : byte
{
    /// <summary>Maps the one page (v4.13 mm/filemap.c filemap_fault).</summary>
    MapsPage,

    /// <summary>Lets the mmap lock go and asks for the fault again, which then maps the pages around too (v6.1 mm/filemap.c filemap_fault).</summary>
    RetriesFault,
}
