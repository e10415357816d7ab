namespace Compare.Comparison;

/// <summary>Equality of sets of bits by their elements.</summary>
internal sealed class BitsComparer : IEqualityComparer<ulong[]>
{
    public static BitsComparer Instance { get; } = new();

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] obj)
    {
        var hash = 0UL;
        foreach (var word in obj)
        {
            hash = Bits.Mix(hash + word);
        }

        return (int)hash;
    }
}
