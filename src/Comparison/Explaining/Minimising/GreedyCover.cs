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
