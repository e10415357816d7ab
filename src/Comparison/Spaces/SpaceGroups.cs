namespace Compare.Comparison;

/// <summary>How many groups of predicates there are that differ in some outcome.</summary>
internal static class SpaceGroups
{
    /// <summary>The most groups that there can be among all tables: a table for each way to choose among answers that differ in something.</summary>
    /// <param name="cells">The answers to each cell.</param>
    public static long AtMost(IEnumerable<CellAnswers> cells) => cells.Aggregate(1L, (groups, cell) => groups * cell.Answers.Length);

    /// <summary>Groups among the safe tables, counted one by one.</summary>
    /// <param name="space">The space.</param>
    public static int OfSafe(PredicateSpace space)
    {
        var answers = space.Sets.Cells.Select(cell => CellAnswers.SafeOf(space, cell).Select(same => same[0]).ToImmutableArray()).ToArray();
        var groups = new List<int>();
        var tables = new List<byte[]>();
        foreach (var table in space.Sets.TablesOf(space.Safe, answers))
        {
            tables.Add([.. table]);
            groups.Add(0);
        }

        var count = Math.Min(1, tables.Count);
        foreach (var function in space.Functions)
        {
            var numbers = new Dictionary<(int Group, int Outcome), int>();
            for (var i = 0; i < tables.Count; i++)
            {
                var key = (groups[i], space.Diagrams.Evaluate(function.Function, tables[i]));
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = numbers.Count);
                }

                groups[i] = number;
            }

            count = numbers.Count;
        }

        return count;
    }
}
