namespace Compare.Comparison;

/// <summary>Answers to two cells, each of which is safe in some table, that are safe in none together.</summary>
/// <param name="Left">One cell.</param>
/// <param name="LeftAnswer">The answer to it.</param>
/// <param name="Right">The other cell.</param>
/// <param name="RightAnswer">The answer to it.</param>
/// <param name="Breaks">The worst rule that every table with both breaks in one scenario; none where several scenarios are to blame.</param>
/// <param name="Witness">The smallest such scenario.</param>
public sealed record AnswerConflict(
    PredicateCell Left, PredicateAnswer LeftAnswer, PredicateCell Right, PredicateAnswer RightAnswer, FindingRule? Breaks, Scenario? Witness)
{
    /// <summary>The conflicts of a space, and whether what is safe alone and in pairs is safe.</summary>
    internal static (ImmutableArray<AnswerConflict> Conflicts, bool AreAll) Of(PredicateSpace space)
    {
        var sets = space.Sets;
        var allowed = space.Functions.IsEmpty ? TableSets.None : TableSets.All;
        var conflicts = ImmutableArray.CreateBuilder<AnswerConflict>();
        (int Cell, int Answer)[] single = [.. from cell in sets.Cells from answer in Enumerable.Range(0, Branches.Length) select (cell, answer)];
        foreach (var (cell, answer) in single.Where(item => sets.Given(space.Safe, item.Cell, item.Answer) == TableSets.None))
        {
            allowed = sets.Both(allowed, sets.Without(cell, answer));
        }

        var safe = single.Where(item => sets.Given(space.Safe, item.Cell, item.Answer) != TableSets.None).ToArray();
        foreach (var left in safe)
        {
            var given = sets.Given(space.Safe, left.Cell, left.Answer);
            foreach (var right in safe.Where(item => item.Cell > left.Cell && sets.Given(given, item.Cell, item.Answer) == TableSets.None))
            {
                allowed = sets.Both(allowed, sets.Either(sets.Without(left.Cell, left.Answer), sets.Without(right.Cell, right.Answer)));
                var (rule, witness) = space.BlameOf(function => sets.Given(sets.Given(function, left.Cell, left.Answer), right.Cell, right.Answer));
                conflicts.Add(new(
                    PredicateCell.All[left.Cell],
                    PredicateAnswer.All[left.Answer],
                    PredicateCell.All[right.Cell],
                    PredicateAnswer.All[right.Answer],
                    rule,
                    witness));
            }
        }

        return (conflicts.ToImmutable(), allowed == space.Safe);
    }
}
