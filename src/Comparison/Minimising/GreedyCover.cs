namespace Compare.Comparison;

/// <summary>Expand and make irredundant: a good cover at once, and the points from which the exact search begins.</summary>
internal sealed class GreedyCover
{
    private GreedyCover(List<ulong[]> cubes, List<int> seeds) => (Cubes, Seeds) = (cubes, seeds);

    /// <summary>Primes that cover the on-set, none of which can be left out.</summary>
    public List<ulong[]> Cubes { get; }

    /// <summary>For each of the primes found at first, the on-point that it was expanded from: no earlier prime held it.</summary>
    public List<int> Seeds { get; }

    public static GreedyCover Of(ReducedFunction function)
    {
        var cubes = new List<ulong[]>();
        var seeds = new List<int>();
        var isCovered = new bool[function.On.Length];
        for (var point = 0; point < isCovered.Length; point++)
        {
            if (isCovered[point])
            {
                continue;
            }

            var cube = Expansion.Prime(function, BlockingSets.Of(function.On[point], function.Off));
            cubes.Add(cube);
            seeds.Add(point);
            for (var other = point; other < isCovered.Length; other++)
            {
                isCovered[other] |= Bits.IsSubset(function.On[other], cube);
            }
        }

        return new GreedyCover(Irredundant(function, cubes), seeds);
    }

    /// <summary>Leaves out, from the last to the first, cubes whose points others cover.</summary>
    private static List<ulong[]> Irredundant(ReducedFunction function, List<ulong[]> cubes)
    {
        var covering = new int[function.On.Length];
        foreach (var cube in cubes)
        {
            Count(cube, 1);
        }

        var kept = new List<ulong[]>();
        for (var i = cubes.Count - 1; i >= 0; i--)
        {
            Count(cubes[i], -1);
            if (Array.IndexOf(covering, 0) >= 0)
            {
                Count(cubes[i], 1);
                kept.Add(cubes[i]);
            }
        }

        kept.Reverse();
        return kept;

        void Count(ulong[] cube, int change)
        {
            for (var point = 0; point < covering.Length; point++)
            {
                covering[point] += Bits.IsSubset(function.On[point], cube) ? change : 0;
            }
        }
    }
}

/// <summary>Expands a point to one prime: the greatest cube, by a rule of thumb, that holds no off-point.</summary>
internal static class Expansion
{
    /// <summary>The prime of a point.</summary>
    /// <param name="function">The function.</param>
    /// <param name="blocking">What blocks the point.</param>
    public static ulong[] Prime(ReducedFunction function, BlockingSets blocking)
    {
        var excluded = (ulong[])blocking.Forced.Clone();
        var chosen = new List<int>();
        var isRestricted = new bool[function.Table.Sizes.Length];
        for (var bit = Bits.Next(excluded, 0); bit >= 0; bit = Bits.Next(excluded, bit + 1))
        {
            isRestricted[function.ColumnOf(bit)] = true;
        }

        while (Best(function, blocking.Sets, excluded, isRestricted) is >= 0 and var best)
        {
            Bits.Add(excluded, best);
            isRestricted[function.ColumnOf(best)] = true;
            chosen.Add(best);
        }

        // Later choices may have made an earlier one superfluous.
        foreach (var bit in chosen)
        {
            Bits.Remove(excluded, bit);
            if (!Array.TrueForAll(blocking.Sets, set => Bits.Meet(set, excluded)))
            {
                Bits.Add(excluded, bit);
            }
        }

        return function.CubeWithout(excluded);
    }

    /// <summary>The bit in most of the sets that are not hit yet; in a column that is restricted already, it counts double.</summary>
    private static int Best(ReducedFunction function, ulong[][] sets, ulong[] excluded, bool[] isRestricted)
    {
        var counts = new int[function.BitCount];
        foreach (var set in sets)
        {
            if (Bits.Meet(set, excluded))
            {
                continue;
            }

            for (var bit = Bits.Next(set, 0); bit >= 0; bit = Bits.Next(set, bit + 1))
            {
                counts[bit] += isRestricted[function.ColumnOf(bit)] ? 2 : 1;
            }
        }

        var best = -1;
        for (var bit = 0; bit < counts.Length; bit++)
        {
            if (counts[bit] > 0 && (best < 0 || counts[bit] > counts[best]))
            {
                best = bit;
            }
        }

        return best;
    }
}
