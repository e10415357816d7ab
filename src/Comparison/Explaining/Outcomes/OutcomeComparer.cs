namespace Compare.Comparison;

/// <summary>Equality of outcomes by their texts.</summary>
internal sealed class OutcomeComparer : IEqualityComparer<Outcome>
{
    public static OutcomeComparer Instance { get; } = new();

    public bool Equals(Outcome? x, Outcome? y)
        => ReferenceEquals(x, y)
            || (x is not null && y is not null && x.Dangers == y.Dangers && x.Cells.AsSpan().SequenceEqual(y.Cells.AsSpan()));

    public int GetHashCode(Outcome obj)
    {
        var hash = default(HashCode);
        hash.Add(obj.Dangers);
        foreach (var cell in obj.Cells)
        {
            hash.Add(cell, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
