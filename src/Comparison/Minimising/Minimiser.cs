namespace Compare.Comparison;

/// <summary>
/// Two-level minimisation of a function of columns with several values: the fewest terms, then the fewest literals, that hold at every
/// on-point and at no off-point. Points that the table does not hold are don't-cares. The same input gives the same cover, always.
/// </summary>
internal static class Minimiser
{
    /// <summary>Minimises a function.</summary>
    /// <param name="table">The points where it is given.</param>
    /// <param name="isOn">For each point whether it holds there.</param>
    /// <param name="limits">How much work is allowed; without, <see cref="MinimiserLimits.Default"/>.</param>
    /// <exception cref="ArgumentException">A point occurs twice, once in the on-set and once not.</exception>
    public static Cover Minimise(PointTable table, bool[] isOn, MinimiserLimits? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(isOn.Length, table.Count, nameof(isOn));
        var function = new ReducedFunction(table, isOn);
        if (function.On.Length == 0)
        {
            return new Cover([], CoverProof.Minimum);
        }

        var greedy = GreedyCover.Of(function);
        var exact = ExactCover.Of(function, greedy, limits ?? MinimiserLimits.Default);
        var cubes = exact.Cubes ?? greedy.Cubes;
        var proof = exact.LowerBound == cubes.Count || cubes.Count == 1 ? CoverProof.Minimum : CoverProof.Irredundant;
        return new Cover(TermsOf(function, isOn, cubes), proof);
    }

    /// <summary>The cubes as terms over all values again.</summary>
    private static ImmutableArray<CoverTerm> TermsOf(ReducedFunction function, bool[] isOn, List<ulong[]> cubes)
    {
        var table = function.Table;
        var bounds = cubes.ConvertAll(cube => AllowedBy(function, cube));
        var needed = cubes.ConvertAll(_ => table.Sizes.Select(size => new bool[size]).ToArray());
        var points = new int[cubes.Count];
        for (var point = 0; point < isOn.Length; point++)
        {
            if (!isOn[point])
            {
                continue;
            }

            for (var i = 0; i < points.Length; i++)
            {
                if (IsIn(table, point, bounds[i]))
                {
                    points[i]++;
                    for (var column = 0; column < table.Sizes.Length; column++)
                    {
                        needed[i][column][table[point, column]] = true;
                    }
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, cubes.Count)
                .OrderByDescending(i => points[i])
                .ThenBy(i => cubes[i], Comparer<ulong[]>.Create(static (left, right) => Bits.Compare(left, right)))
                .Select(i => Term(needed[i], bounds[i])),
        ];
    }

    private static bool[][] AllowedBy(ReducedFunction function, ulong[] cube)
    {
        var allowed = new bool[function.Table.Sizes.Length][];
        for (var column = 0; column < allowed.Length; column++)
        {
            allowed[column] = new bool[function.Table.Sizes[column]];
            for (var value = 0; value < allowed[column].Length; value++)
            {
                var bit = function.BitOf(column, value);
                allowed[column][value] = bit < 0 || Bits.Contains(cube, bit);
            }
        }

        return allowed;
    }

    private static bool IsIn(PointTable table, int point, bool[][] allowed)
    {
        for (var column = 0; column < allowed.Length; column++)
        {
            if (!allowed[column][table[point, column]])
            {
                return false;
            }
        }

        return true;
    }

    private static CoverTerm Term(bool[][] needed, bool[][] allowed) => new(
    [
        .. needed.Zip(allowed, (need, allow) =>
            Array.TrueForAll(allow, value => value) ? null : new ColumnRestriction([.. need], [.. allow])),
    ]);
}

/// <summary>How much work a minimisation may take. Counts and never time, so that the same input gives the same cover everywhere.</summary>
/// <param name="Rows">Points for which every prime is found; at most 128.</param>
/// <param name="PrimeNodes">Nodes of the search for the primes of one point.</param>
/// <param name="CoverNodes">Nodes of the search for the cheapest cover of some points.</param>
internal sealed record MinimiserLimits(int Rows, int PrimeNodes, int CoverNodes)
{
    /// <summary>Enough for every condition over the matrices of this program.</summary>
    public static MinimiserLimits Default { get; } = new(CoverSearch.MaxRows, 20_000, 50_000);
}
