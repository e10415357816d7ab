namespace Compare.Comparison;

/// <summary>What the answers to a cell do.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Smallest">The smallest scenario in which its answer changes something.</param>
/// <param name="Answers">The answers, those together that are the same in everything.</param>
public sealed record CellAnswers(PredicateCell Cell, Scenario Smallest, ImmutableArray<SameAnswers> Answers)
{
    internal static CellAnswers Of(PredicateSpace space, AskedCell cell) => new(
        PredicateCell.All[cell.Cell],
        cell.Smallest,
        [
            .. Classes(space, cell.Cell, Enumerable.Range(0, Branches.Length), function => function).Select(answers =>
            {
                var isSafe = space.Sets.Given(space.Safe, cell.Cell, answers[0]) != TableSets.None;
                var (rule, witness) = isSafe ? (null, null) : space.BlameOf(function => space.Sets.Given(function, cell.Cell, answers[0]));
                return new SameAnswers([.. answers.Select(answer => PredicateAnswer.All[answer])], isSafe, rule, witness);
            }),
        ]);

    /// <summary>The answers to a cell that can be safe, those together that are the same in everything that safe predicates do.</summary>
    internal static IEnumerable<ImmutableArray<int>> SafeOf(PredicateSpace space, int cell)
    {
        var known = new Dictionary<(int Left, int Right), int>();
        var sets = space.Sets;
        return Enumerable.Range(0, Branches.Length)
            .GroupBy(answer => sets.Given(space.Safe, cell, answer))
            .Where(same => same.Key != TableSets.None)
            .SelectMany(same => Classes(space, cell, same, function => sets.Inside(function, same.Key, known)));
    }

    /// <summary>Answers that no function tells apart.</summary>
    private static IEnumerable<ImmutableArray<int>> Classes(PredicateSpace space, int cell, IEnumerable<int> answers, Func<int, int> seen)
    {
        var classes = new List<List<int>>();
        foreach (var answer in answers)
        {
            var same = classes.Find(other => space.Functions.All(
                item => seen(space.Sets.Given(item.Function, cell, other[0])) == seen(space.Sets.Given(item.Function, cell, answer))));
            if (same is null)
            {
                classes.Add([answer]);
            }
            else
            {
                same.Add(answer);
            }
        }

        return classes.Select(same => same.ToImmutableArray());
    }
}

/// <summary>Answers to one cell that no scenario tells apart, whatever the answers to the other cells.</summary>
/// <param name="Answers">The answers; at least one.</param>
/// <param name="IsSafe">Whether some predicate with them breaks no rule about steps.</param>
/// <param name="Breaks">The worst rule that every predicate with them breaks in one scenario; none where they can be safe, or several scenarios are to blame.</param>
/// <param name="Witness">The smallest such scenario.</param>
public sealed record SameAnswers(ImmutableArray<PredicateAnswer> Answers, bool IsSafe, FindingRule? Breaks, Scenario? Witness);
