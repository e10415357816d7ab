using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>The points at which a function is given: each has one value in every column. Every other point of the product of the columns
/// is a don't-care.</summary>
internal sealed class PointTable
{
    private readonly ushort[] _codes;
    private readonly ulong[][] _keys;
    private readonly ulong[] _hashes;

    /// <summary>Makes a table.</summary>
    /// <param name="sizes">How many values each column has; at least 1, at most 65,536.</param>
    /// <param name="codes">The values, point after point, each less than the size of its column.</param>
    /// <exception cref="ArgumentException">A value is none of its column's, or the last point is not whole.</exception>
    public PointTable(ImmutableArray<int> sizes, ushort[] codes)
    {
        if (sizes.IsDefaultOrEmpty || codes.Length % sizes.Length != 0)
        {
            throw new ArgumentException($"found {codes.Length} values, expected a multiple of the number of columns", nameof(codes));
        }

        Sizes = sizes;
        _codes = codes;
        Count = codes.Length / sizes.Length;
        _keys = Keys(sizes);
        _hashes = new ulong[Count];
        for (var point = 0; point < Count; point++)
        {
            _hashes[point] = HashOf(point);
        }
    }

    /// <summary>How many values each column has.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>The value of a point in a column.</summary>
    /// <param name="point">Index of the point.</param>
    /// <param name="column">Index of the column.</param>
    public int this[int point, int column] => _codes[(point * Sizes.Length) + column];

    /// <summary>A hash of all columns of a point but one: equal where the points differ in no other column.</summary>
    internal ulong HashWithout(int column, int point) => _hashes[point] ^ _keys[column][this[point, column]];

    private static ulong[][] Keys(ImmutableArray<int> sizes)
    {
        // Fixed, so that nothing depends on the run. Keys of 64 bits from a full-period generator: chance collisions are out of reach.
        var state = 0x243F6A8885A308D3UL;
        var keys = new ulong[sizes.Length][];
        for (var column = 0; column < keys.Length; column++)
        {
            keys[column] = new ulong[sizes[column]];
            for (var value = 0; value < sizes[column]; value++)
            {
                state += 0x9E3779B97F4A7C15UL;
                keys[column][value] = Bits.Mix(state);
            }
        }

        return keys;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong HashOf(int point)
    {
        var hash = 0UL;
        for (var column = 0; column < Sizes.Length; column++)
        {
            var value = this[point, column];
            hash ^= value < Sizes[column]
                ? _keys[column][value]
                : throw new ArgumentException($"found value {value} in column {column}, expected one below {Sizes[column]}");
        }

        return hash;
    }
}
