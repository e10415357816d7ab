namespace Compare.Engine;

/// <summary>The pages that are modelled one by one, in the order of <see cref="Place"/>, and the file's geometry in 4 KiB pages.</summary>
internal static class Pages
{
    /// <summary>Bytes of a page.</summary>
    public const int Bytes = 4096;

    /// <summary>Pages of a PMD range.</summary>
    public const int PerPmd = 512;

    /// <summary>Pages of the whole file and of a long mapping: 4 MiB.</summary>
    public const int OfFile = 1024;

    /// <summary>Pages of a small mapping.</summary>
    public const int OfSmallMapping = 16;

    /// <summary>Pages that hold a byte of a partial file: 1 MiB and 100 bytes.</summary>
    public const int OfPartialFile = 257;

    /// <summary>Bytes in the last page of a partial file.</summary>
    public const int BytesOfPartialPage = 100;

    /// <summary>Pages left by truncate.</summary>
    public const int OfTruncatedFile = 5;

    /// <summary>The page that is punched.</summary>
    public const int Punched = 10;

    /// <summary>The page punched out of a fragmented file by the set-up.</summary>
    public const int Fragment = 40;

    /// <summary>Number of pages modelled one by one.</summary>
    public const int Count = 4;

    /// <summary>Number of PMD ranges with a modelled page.</summary>
    public const int Ranges = 2;

    private static ReadOnlySpan<ushort> Numbers => [10, 12, 522, 300];

    /// <summary>File page of a place.</summary>
    public static int At(int slot) => Numbers[slot];

    /// <summary>The modelled pages of a PMD range.</summary>
    public static ReadOnlySpan<byte> InRange(int range) =>
        range == 0 ? [(byte)Place.Target, (byte)Place.Near, (byte)Place.Beyond] : [(byte)Place.Far];

    /// <summary>PMD range of the file that holds the place; the same for the address, since no modelled page is next to a boundary.</summary>
    public static int RangeOf(int slot) => slot == (int)Place.Far ? 1 : 0;
}
