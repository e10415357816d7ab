using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>
/// A function with fewer points and the same minimum covers: values of a column that can nowhere be told apart (also not by the points
/// that are missing) are one value, and a column with one value is none.
/// </summary>
/// <remarks>A point is a set of bits, one for the value of each column; so is a cube, with one or more bits for each column. The points of
/// a cube are its subsets.</remarks>
internal sealed class ReducedFunction
{
    private readonly int[][] _bitOf;
    private readonly int[] _columnOfBit;
    private readonly int[] _weightOfBit;

    public ReducedFunction(PointTable table, bool[] isOn)
    {
        Table = table;
        var points = new int[table.Count];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = i;
        }

        _bitOf = new int[table.Sizes.Length][];
        var columns = new List<int>();
        var weights = new List<int>();
        for (var column = 0; column < _bitOf.Length; column++)
        {
            var first = Merge(table, isOn, column, points);
            points = WithFirst(table, column, points, first);
            _bitOf[column] = Number(first, column, columns, weights);
        }

        _columnOfBit = [.. columns];
        _weightOfBit = [.. weights];
        Words = Bits.WordsFor(BitCount);
        On = Encode(points, isOn, wanted: true);
        Off = Encode(points, isOn, wanted: false);
    }

    public PointTable Table { get; }

    /// <summary>Bits of a point or cube.</summary>
    public int BitCount => _columnOfBit.Length;

    /// <summary>Words of a point or cube.</summary>
    public int Words { get; }

    /// <summary>Points where the function holds.</summary>
    public ulong[][] On { get; }

    /// <summary>Points where it does not.</summary>
    public ulong[][] Off { get; }

    /// <summary>The cube without some bits.</summary>
    public ulong[] CubeWithout(ReadOnlySpan<ulong> excluded)
    {
        var cube = new ulong[Words];
        for (var bit = 0; bit < BitCount; bit++)
        {
            if (!Bits.Contains(excluded, bit))
            {
                Bits.Add(cube, bit);
            }
        }

        return cube;
    }

    /// <summary>The column of a bit.</summary>
    public int ColumnOf(int bit) => _columnOfBit[bit];

    /// <summary>The bit of a value, or -1 where the column decides nothing.</summary>
    public int BitOf(int column, int value) => _bitOf[column][value];

    /// <summary>What a cube costs a reader: first the number of columns that it restricts, then how many values must be named.</summary>
    public int CostOf(ReadOnlySpan<ulong> cube)
    {
        const int Literal = 1 << 16;
        var cost = 0;
        for (var bit = 0; bit < BitCount;)
        {
            var column = _columnOfBit[bit];
            var (named, others) = (0, 0);
            for (; bit < BitCount && _columnOfBit[bit] == column; bit++)
            {
                (named, others) = Bits.Contains(cube, bit) ? (named + _weightOfBit[bit], others) : (named, others + _weightOfBit[bit]);
            }

            cost += others == 0 ? 0 : Literal + Math.Min(named, others);
        }

        return cost;
    }

    /// <summary>For each value the first one of the column that is the same in every respect.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Merge(PointTable table, bool[] isOn, int column, int[] points)
    {
        // Equal sums: the same points lie beside both values, with the same values of the function.
        var sums = new ulong[table.Sizes[column]];
        foreach (var point in points)
        {
            sums[table[point, column]] += Bits.Mix(table.HashWithout(column, point) + (isOn[point] ? 1UL : 0));
        }

        var first = new int[sums.Length];
        var known = new Dictionary<ulong, int>();
        for (var value = 0; value < sums.Length; value++)
        {
            first[value] = known.TryAdd(sums[value], value) ? value : known[sums[value]];
        }

        return first;
    }

    /// <summary>The points with a value that is the first of its like.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] WithFirst(PointTable table, int column, int[] points, int[] first)
    {
        var kept = new int[points.Length];
        var count = 0;
        foreach (var point in points)
        {
            var value = table[point, column];
            if (first[value] == value)
            {
                kept[count++] = point;
            }
        }

        return kept[..count];
    }

    private static int[] Number(int[] first, int column, List<int> columns, List<int> weights)
    {
        var bits = new int[first.Length];
        Array.Fill(bits, -1);
        if (Array.TrueForAll(first, value => value == first[0]))
        {
            return bits;
        }

        for (var value = 0; value < first.Length; value++)
        {
            if (first[value] == value)
            {
                bits[value] = columns.Count;
                columns.Add(column);
                weights.Add(1);
            }
            else
            {
                bits[value] = bits[first[value]];
                weights[bits[value]]++;
            }
        }

        return bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong[][] Encode(int[] points, bool[] isOn, bool wanted)
    {
        var encoded = new List<ulong[]>();
        foreach (var point in points)
        {
            if (isOn[point] != wanted)
            {
                continue;
            }

            var bits = new ulong[Words];
            for (var column = 0; column < _bitOf.Length; column++)
            {
                var bit = _bitOf[column][Table[point, column]];
                if (bit >= 0)
                {
                    Bits.Add(bits, bit);
                }
            }

            encoded.Add(bits);
        }

        return [.. encoded];
    }
}
