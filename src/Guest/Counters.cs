using System.Globalization;

namespace Compare.Guest;

/// <summary>Counters of <c>/proc/vmstat</c>.</summary>
/// <param name="FaultFallbacks"><c>thp_fault_fallback</c>.</param>
/// <param name="PmdSplits"><c>thp_split_pmd</c>.</param>
/// <param name="Faults"><c>pgfault</c>.</param>
internal readonly record struct Counters(long FaultFallbacks, long PmdSplits, long Faults)
{
    /// <summary>The counters now.</summary>
    public static Counters Read()
    {
        var text = File.ReadAllText("/proc/vmstat");
        return new Counters(Of(text, "thp_fault_fallback"), Of(text, "thp_split_pmd"), Of(text, "pgfault"));
    }

    private static long Of(string text, string name)
    {
        var line = $"\n{name} ";
        var start = text.IndexOf(line, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new IOException($"/proc/vmstat has no {name}");
        }

        start += line.Length;
        return long.Parse(text.AsSpan(start, text.IndexOf('\n', start) - start), CultureInfo.InvariantCulture);
    }
}
