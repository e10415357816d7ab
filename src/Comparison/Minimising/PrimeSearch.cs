namespace Compare.Comparison;

/// <summary>Finds every prime that holds a point: the complements of the smallest sets of bits that hit each blocking set.</summary>
/// <remarks>Branches on the set with fewest bits left; a branch ends as soon as a chosen bit is the only one in no set, since what it
/// leads to is not smallest. (Murakami and Uno, "Efficient algorithms for dualizing large-scale hypergraphs", 2014.)</remarks>
internal sealed class PrimeSearch
{
    private readonly ReducedFunction _function;
    private readonly BlockingSets _blocking;
    private readonly List<ulong[]> _primes = [];
    private readonly List<int> _chosen = [];
    private readonly ulong[] _excluded;
    private int _nodesLeft;

    private PrimeSearch(ReducedFunction function, BlockingSets blocking, int nodes)
    {
        _function = function;
        _blocking = blocking;
        _excluded = (ulong[])blocking.Forced.Clone();
        _nodesLeft = nodes;
    }

    /// <summary>Every prime of a point, or null where the search takes more than so many nodes.</summary>
    public static List<ulong[]>? Primes(ReducedFunction function, BlockingSets blocking, int nodes)
    {
        var search = new PrimeSearch(function, blocking, nodes);
        var allowed = new ulong[function.Words];
        Array.Fill(allowed, ~0UL);
        return search.Search(allowed) ? search._primes : null;
    }

    private bool Search(ulong[] allowed)
    {
        if (--_nodesLeft < 0)
        {
            return false;
        }

        if (Narrowest(allowed) is not { } set)
        {
            _primes.Add(_function.CubeWithout(_excluded));
            return true;
        }

        // A copy, since bits leave it from branch to branch: what this branch has tried is closed to those after it.
        var left = (ulong[])allowed.Clone();
        for (var bit = Bits.Next(set, 0); bit >= 0; bit = Bits.Next(set, bit + 1))
        {
            if (!Bits.Contains(left, bit))
            {
                continue;
            }

            Bits.Remove(left, bit);
            Bits.Add(_excluded, bit);
            _chosen.Add(bit);
            var goesOn = !_chosen.TrueForAll(IsNeeded) || Search(left);
            _chosen.RemoveAt(_chosen.Count - 1);
            Bits.Remove(_excluded, bit);
            if (!goesOn)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the sets that are not hit, the first one with fewest allowed bits; null where all are hit.</summary>
    private ulong[]? Narrowest(ulong[] allowed)
    {
        ulong[]? best = null;
        var fewest = int.MaxValue;
        foreach (var set in _blocking.Sets)
        {
            if (Bits.Meet(set, _excluded))
            {
                continue;
            }

            var count = 0;
            for (var i = 0; i < set.Length; i++)
            {
                count += System.Numerics.BitOperations.PopCount(set[i] & allowed[i]);
            }

            if (count < fewest)
            {
                (best, fewest) = (set, count);
            }
        }

        return best;
    }

    /// <summary>Whether some set is hit by this bit alone.</summary>
    private bool IsNeeded(int bit)
    {
        foreach (var set in _blocking.Sets)
        {
            if (!Bits.Contains(set, bit))
            {
                continue;
            }

            Bits.Remove(_excluded, bit);
            var isAlone = !Bits.Meet(set, _excluded);
            Bits.Add(_excluded, bit);
            if (isAlone)
            {
                return true;
            }
        }

        return false;
    }
}
