using System.Globalization;

namespace Compare.Guest;

/// <summary>The program's own memory, which must hold no huge page: a split of one would be counted as the scenario's.</summary>
internal static unsafe class OwnMemory
{
    /// <summary>Refuses huge pages in everything that is mapped now. Not by <c>prctl</c>, which would refuse mappings of DAX files too.</summary>
    public static void RefuseHugePages()
    {
        foreach (var line in File.ReadAllLines("/proc/self/maps"))
        {
            var range = line[..line.IndexOf(' ', StringComparison.Ordinal)].Split('-');
            var start = ulong.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var end = ulong.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

            // Refused for what the kernel maps itself, where there is nothing to split.
            _ = Native.Advise((byte*)start, (nint)(end - start), Native.NoHugePage);
        }
    }
}
