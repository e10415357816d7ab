using Compare.Comparison;

namespace Compare.Tests.Comparison.Explaining;

/// <summary>The least number of terms, found without any idea: every cube of a small product is tried. Points are bits of a mask.</summary>
internal static class BruteForce
{
    /// <summary>The least number of terms that hold at every on-point and at no off-point.</summary>
    /// <param name="table">At most 128 points of few columns with few values.</param>
    /// <param name="isOn">For each point whether it is an on-point.</param>
    public static int FewestTerms(PointTable table, bool[] isOn)
    {
        var on = Points(table, point => isOn[point]);
        var off = Points(table, point => !isOn[point]);
        var covers = Cubes(table).Where(cube => (cube & off) == 0 && cube != 0).Distinct().ToArray();
        covers = [.. covers.Where(cube => !covers.Any(more => more != cube && (cube & ~more) == 0))];
        var coversOf = Enumerable.Range(0, table.Count)
            .Where(point => isOn[point])
            .Select(point => (Point: UInt128.One << point, Covers: covers.Where(cube => (cube >> point & 1) != 0).ToArray()))
            .OrderBy(item => item.Covers.Length)
            .ToArray();
        for (var terms = 0; ; terms++)
        {
            if (CanCover(on, terms, coversOf))
            {
                return terms;
            }
        }
    }

    /// <summary>Whether so many cubes can hold at every open point: one of those at the first of them must be taken.</summary>
    private static bool CanCover(UInt128 open, int terms, ReadOnlySpan<(UInt128 Point, UInt128[] Covers)> points)
    {
        if (open == 0 || terms == 0)
        {
            return open == 0;
        }

        while ((points[0].Point & open) == 0)
        {
            points = points[1..];
        }

        foreach (var cube in points[0].Covers)
        {
            if (CanCover(open & ~cube, terms - 1, points[1..]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<UInt128> Cubes(PointTable table) => Enumerable.Range(0, table.Sizes.Length).Aggregate(
        (IEnumerable<UInt128>)[Points(table, _ => true)],
        (cubes, column) =>
        {
            var restrictions = Enumerable.Range(1, (1 << table.Sizes[column]) - 1)
                .Select(mask => Points(table, point => (mask >> table[point, column] & 1) != 0))
                .ToArray();
            return cubes.SelectMany(cube => restrictions.Select(restriction => cube & restriction));
        });

    private static UInt128 Points(PointTable table, Func<int, bool> isIn) => Enumerable.Range(0, table.Count)
        .Where(isIn)
        .Aggregate(UInt128.Zero, (points, point) => points | UInt128.One << point);
}
