using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>
/// What keeps a cube around one point away from the off-set: for each off-point the bits in which it differs from the point, of which the
/// cube must leave out at least one. Only the smallest of these sets are kept; the others follow.
/// </summary>
internal sealed class BlockingSets
{
    private BlockingSets(ulong[] forced, ulong[][] sets) => (Forced, Sets) = (forced, sets);

    /// <summary>Bits that every cube around the point must leave out.</summary>
    public ulong[] Forced { get; }

    /// <summary>The other sets: none holds a forced bit, none holds another one; smallest first.</summary>
    public ulong[][] Sets { get; }

    /// <summary>The sets of a point.</summary>
    /// <exception cref="ArgumentException">The point is itself in the off-set.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static BlockingSets Of(ulong[] point, ulong[][] off)
    {
        var forced = new ulong[point.Length];
        var set = new ulong[point.Length];
        foreach (var other in off)
        {
            var count = Difference(other, point, set);
            if (count == 0)
            {
                throw new ArgumentException("found a point in the on-set and in the off-set");
            }

            if (count == 1)
            {
                Merge(forced, set);
            }
        }

        var distinct = new HashSet<ulong[]>(BitsComparer.Instance);
        foreach (var other in off)
        {
            Difference(other, point, set);
            if (!Bits.Meet(set, forced) && !distinct.Contains(set))
            {
                distinct.Add([.. set]);
            }
        }

        return new BlockingSets(forced, Smallest(distinct));
    }

    private static int Difference(ulong[] other, ulong[] point, ulong[] set)
    {
        for (var i = 0; i < set.Length; i++)
        {
            set[i] = other[i] & ~point[i];
        }

        return Bits.Count(set);
    }

    private static void Merge(ulong[] into, ulong[] set)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] |= set[i];
        }
    }

    private static ulong[][] Smallest(HashSet<ulong[]> distinct)
    {
        ulong[][] sorted = [.. distinct];
        Array.Sort(sorted, static (left, right) => Bits.Compare(left, right));
        var kept = new List<ulong[]>();
        foreach (var candidate in sorted)
        {
            if (!kept.Exists(smaller => Bits.IsSubset(smaller, candidate)))
            {
                kept.Add(candidate);
            }
        }

        return [.. kept];
    }
}
