namespace Compare.Comparison;

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
