namespace Compare.Comparison;

/// <summary>Ordinal order of UTF-16 text, found out from UTF-8.</summary>
internal static class Utf16Order
{
    /// <summary>As <see cref="string.CompareOrdinal(string, string)"/> orders the texts.</summary>
    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : Weight(left[same]).CompareTo(Weight(right[same]));
    }

    /// <summary>U+E000 to U+FFFF (lead bytes EE and EF) come after the surrogates (F0 to F4) in UTF-16, and before them in UTF-8.</summary>
    private static int Weight(byte value) => value is 0xEE or 0xEF ? value + 0x10 : value;
}
