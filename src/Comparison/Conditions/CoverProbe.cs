using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>
/// Whether a few terms can separate a set of points, tried greedily: the exact minimiser looks at every point of the set beside every other
/// one, which for changes without a pattern among a million rows would not end.
/// </summary>
internal sealed class CoverProbe
{
    private readonly PointTable _table;
    private readonly ulong[][][] _pointsWith;
    private readonly int _words;

    /// <summary>A probe.</summary>
    /// <param name="table">The points.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CoverProbe(PointTable table)
    {
        _table = table;
        _words = (table.Count + 63) / 64;
        _pointsWith = new ulong[table.Sizes.Length][][];
        for (var column = 0; column < _pointsWith.Length; column++)
        {
            _pointsWith[column] = new ulong[table.Sizes[column]][];
            for (var value = 0; value < _pointsWith[column].Length; value++)
            {
                _pointsWith[column][value] = new ulong[_words];
            }
        }

        for (var point = 0; point < table.Count; point++)
        {
            for (var column = 0; column < _pointsWith.Length; column++)
            {
                _pointsWith[column][table[point, column]][point >> 6] |= 1UL << (point & 63);
            }
        }
    }

    /// <summary>Whether some terms, at most so many, hold at the points of a set and nowhere else.</summary>
    public bool IsCoverable(bool[] isOn, int terms)
    {
        var on = new ulong[_words];
        for (var point = 0; point < isOn.Length; point++)
        {
            on[point >> 6] |= isOn[point] ? 1UL << (point & 63) : 0;
        }

        var rest = on.ToArray();
        var off = Array.ConvertAll(on, word => ~word);
        for (var next = First(rest); next >= 0; next = First(rest))
        {
            if (terms-- == 0)
            {
                return false;
            }

            var covered = Expand(next, off);
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] &= ~covered[i];
            }
        }

        return true;
    }

    private static int First(ulong[] points)
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i] != 0)
            {
                return (i << 6) + BitOperations.TrailingZeroCount(points[i]);
            }
        }

        return -1;
    }

    private static void And(ulong[] left, ulong[] right)
    {
        var a = MemoryMarshal.Cast<ulong, Vector<ulong>>(left.AsSpan());
        var b = MemoryMarshal.Cast<ulong, Vector<ulong>>(right.AsSpan());
        for (var i = 0; i < a.Length; i++)
        {
            a[i] &= b[i];
        }

        for (var i = a.Length * Vector<ulong>.Count; i < left.Length; i++)
        {
            left[i] &= right[i];
        }
    }

    private static bool Meet(ulong[] left, ulong[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] & right[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The points of a term that holds at one point, made as wide as it goes: first whole columns, then values one by one.</summary>
    private ulong[] Expand(int point, ulong[] off)
    {
        var allowed = new ulong[]?[_pointsWith.Length];
        for (var column = 0; column < allowed.Length; column++)
        {
            allowed[column] = _pointsWith[column][_table[point, column]];
        }

        for (var column = 0; column < allowed.Length; column++)
        {
            if (!Meet(Others(allowed, column), off))
            {
                allowed[column] = null;
            }
        }

        for (var column = 0; column < allowed.Length; column++)
        {
            if (allowed[column] is null)
            {
                continue;
            }

            var others = Others(allowed, column);
            And(others, off);
            var wide = new ulong[_words];
            foreach (var value in _pointsWith[column])
            {
                if (!Meet(others, value))
                {
                    for (var i = 0; i < wide.Length; i++)
                    {
                        wide[i] |= value[i];
                    }
                }
            }

            allowed[column] = wide;
        }

        return Others(allowed, -1);
    }

    /// <summary>The points that all columns but one allow.</summary>
    private ulong[] Others(ulong[]?[] allowed, int without)
    {
        var points = new ulong[_words];
        Array.Fill(points, ulong.MaxValue);
        if (_table.Count % 64 != 0)
        {
            points[^1] = (1UL << (_table.Count % 64)) - 1;
        }

        for (var column = 0; column < allowed.Length; column++)
        {
            if (column != without && allowed[column] is { } here)
            {
                And(points, here);
            }
        }

        return points;
    }
}
