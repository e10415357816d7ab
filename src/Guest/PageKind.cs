namespace Compare.Guest;

/// <summary>What a page of this process maps. Called in the child of a fork: nothing here allocates.</summary>
internal static unsafe class PageKind
{
    /// <summary>Page frames of the storage: <c>memmap=768M!1G</c> on the kernel's command line.</summary>
    private const ulong FirstStorage = 0x40000;
    private const ulong EndOfStorage = 0x70000;

    private const int Anonymous = 12;
    private const int Huge = 22;
    private const int Zero = 24;

    /// <summary>What a page maps.</summary>
    /// <param name="page">Its address.</param>
    public static MappedPage Of(byte* page)
    {
        var entry = Entry("/proc/self/pagemap", (long)page / Mapping.PageSize);
        if (entry >> 63 == 0)
        {
            return MappedPage.Absent;
        }

        var frame = entry & ((1UL << 55) - 1);
        if (frame is >= FirstStorage and < EndOfStorage)
        {
            return MappedPage.Dax;
        }

        var flags = Entry("/proc/kpageflags", (long)frame);
        return Has(Zero) ? Has(Huge) ? MappedPage.HugeZero : MappedPage.Zero
            : Has(Anonymous) ? MappedPage.Anonymous : MappedPage.Cache;

        bool Has(int flag) => ((flags >> flag) & 1) != 0;
    }

    private static ulong Entry(string table, long index)
    {
        ulong entry = 0;
        var file = Native.Open(table, Native.ReadOnly);
        _ = Native.ReadAt(file, &entry, sizeof(ulong), index * sizeof(ulong));
        _ = Native.Close(file);
        return entry;
    }
}
