using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>Equality of sets that are given as one boolean for each scenario.</summary>
internal sealed class SetComparer : IEqualityComparer<bool[]>
{
    public static SetComparer Instance { get; } = new();

    public bool Equals(bool[]? x, bool[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(bool[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
