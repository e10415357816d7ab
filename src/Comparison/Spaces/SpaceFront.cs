namespace Compare.Comparison;

/// <summary>A predicate that no other one beats: none is shorter and starts the journal no more often in any access, and none of its length
/// starts it less often in one and no more often in the others.</summary>
/// <param name="Program">A shortest program of it.</param>
/// <param name="Starts">Journal starts of each access of <see cref="AccessPattern.All"/>, kernel by kernel; none where the access is not reached.</param>
/// <param name="Others">Other tables of the asked cells that have the same length and starts.</param>
public sealed record FrontPoint(PredicateProgram Program, ImmutableArray<int?> Starts, int Others);

/// <summary>The predicates that no other one beats on some kernels, by length and by journal starts; of those that are safe and map pages as large as any safe
/// one does.</summary>
/// <param name="Kernels">Names of the kernels.</param>
/// <param name="Safe">How many tables are safe on all of them.</param>
/// <param name="Eligible">How many of these map pages as large as any.</param>
/// <param name="Points">The points, the shortest first.</param>
/// <param name="Searched">The longest programs looked at.</param>
/// <param name="IsWhole">Whether the last point starts the journal in each access as seldom as any of them: nothing longer can be on the front.</param>
public sealed record SpaceFront(ImmutableArray<string> Kernels, long Safe, long Eligible, ImmutableArray<FrontPoint> Points, int Searched, bool IsWhole)
{
    private const int Longest = 6;

    internal static SpaceFront Of(ImmutableArray<PredicateSpace> spaces, SafeCosts costs)
    {
        var points = new List<FrontPoint>();
        var search = new ProgramSearch(costs.Asked);
        var (length, isWhole) = (0, costs.Count == 0);
        for (; !isWhole && length <= Longest; length++)
        {
            points.AddRange(PointsOf(search.OfLength(length), costs, points));
            isWhole = points.Exists(point => point.Starts.Select(starts => starts ?? int.MaxValue).SequenceEqual(costs.Fewest));
        }

        return new([.. spaces.Select(space => space.Kernel)], costs.Safe, costs.Count, [.. points], length - 1, isWhole);
    }

    /// <summary>The new points among programs of one length.</summary>
    private static List<FrontPoint> PointsOf(IEnumerable<PredicateProgram> programs, SafeCosts costs, List<FrontPoint> shorter)
    {
        var found = new List<FrontPoint>();
        var seen = new HashSet<ulong>();
        foreach (var program in programs)
        {
            var table = program.Table;
            if (!seen.Add(KeyOf(table, costs.Asked)) || !costs.Has(table))
            {
                continue;
            }

            var starts = costs.Of(table);
            if (found.FindIndex(point => point.Starts.SequenceEqual(starts)) is >= 0 and var same)
            {
                found[same] = found[same] with { Others = found[same].Others + 1 };
            }
            else if (!shorter.Concat(found).Any(point => IsNoWorse(point.Starts, starts)))
            {
                found.RemoveAll(point => IsNoWorse(starts, point.Starts));
                found.Add(new(program, starts, Others: 0));
            }
        }

        return found;
    }

    internal static bool IsNoWorse(ImmutableArray<int?> left, ImmutableArray<int?> right)
        => left.Zip(right, (one, other) => (one ?? int.MaxValue) <= (other ?? int.MaxValue)).All(isNoMore => isNoMore);

    /// <summary>A number for the answers to the asked cells.</summary>
    private static ulong KeyOf(ImmutableArray<byte> table, uint asked)
    {
        var key = 0ul;
        for (var cell = 0; cell < table.Length; cell++)
        {
            key = (asked >> cell & 1) != 0 ? (key * Branches.Length) + table[cell] : key;
        }

        return key;
    }
}
