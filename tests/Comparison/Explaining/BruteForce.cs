using Compare.Comparison;

namespace Compare.Tests.Comparison.Explaining;

/// <summary>The least number of terms, found without any idea: every cube of a small product is tried.</summary>
internal static class BruteForce
{
    /// <summary>The least number of terms that hold at every on-point and at no off-point.</summary>
    /// <param name="table">Few columns with few values.</param>
    /// <param name="isOn">For each point whether it is an on-point.</param>
    public static int FewestTerms(PointTable table, bool[] isOn)
    {
        var on = Enumerable.Range(0, table.Count).Where(point => isOn[point]).ToArray();
        var covers = Cubes(table)
            .Where(cube => !Enumerable.Range(0, table.Count).Any(point => !isOn[point] && Holds(cube, table, point)))
            .Select(cube => on.Select((point, i) => Holds(cube, table, point) ? UInt128.One << i : 0).Aggregate(UInt128.Zero, (a, b) => a | b))
            .Where(rows => rows != 0)
            .Distinct()
            .ToArray();
        covers = [.. covers.Where(rows => !covers.Any(more => more != rows && (rows & ~more) == 0))];
        var all = on.Length == 0 ? UInt128.Zero : UInt128.MaxValue >> (128 - on.Length);
        for (var terms = 0; ; terms++)
        {
            if (CanCover(all, terms, covers))
            {
                return terms;
            }
        }
    }

    private static bool CanCover(UInt128 open, int terms, UInt128[] covers)
    {
        if (open == 0)
        {
            return true;
        }

        if (terms == 0)
        {
            return false;
        }

        var first = UInt128.TrailingZeroCount(open);
        return covers.Any(rows => (rows >> (int)first & 1) != 0 && CanCover(open & ~rows, terms - 1, covers));
    }

    private static IEnumerable<int[]> Cubes(PointTable table) => table.Sizes.Aggregate(
        (IEnumerable<int[]>)[[]],
        (cubes, size) => cubes.SelectMany(cube => Enumerable.Range(1, (1 << size) - 1).Select(mask => (int[])[.. cube, mask])));

    private static bool Holds(int[] cube, PointTable table, int point)
    {
        for (var column = 0; column < cube.Length; column++)
        {
            if ((cube[column] >> table[point, column] & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
