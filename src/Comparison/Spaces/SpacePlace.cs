namespace Compare.Comparison;

/// <summary>Where a strategy stands among all predicates, on some kernels.</summary>
/// <param name="Strategy">Its name.</param>
/// <param name="Table">Its answer to each cell of <see cref="PredicateCell.All"/>; none where it answers something that no predicate can.</param>
/// <param name="Unlike">On each kernel the scenarios in which it does something else than a predicate with its table.</param>
/// <param name="FirstUnlike">The first of them; none where it is like its table.</param>
/// <param name="Breaks">The rules that it breaks, worst first.</param>
/// <param name="Program">A shortest program of its table; none where that takes too many literals.</param>
/// <param name="Starts">As in <see cref="FrontPoint"/>.</param>
/// <param name="MapsLargest">Whether it maps pages as large as any safe predicate does.</param>
/// <param name="Nearest">The point of the front that it is or that beats it; none where it is not safe.</param>
public sealed record SpacePlace(
    string Strategy,
    ImmutableArray<PredicateAnswer>? Table,
    ImmutableArray<int> Unlike,
    Scenario? FirstUnlike,
    ImmutableArray<FindingRule> Breaks,
    PredicateProgram? Program,
    ImmutableArray<int?> Starts,
    bool MapsLargest,
    FrontPoint? Nearest)
{
    private const int MostLiterals = 8;

    /// <summary>Whether it is a predicate: it does what its table does in every scenario.</summary>
    public bool IsPredicate => Table is not null && FirstUnlike is null;

    internal static SpacePlace Of(ImmutableArray<PredicateSpace> spaces, int guest, SafeCosts costs, SpaceFront front)
    {
        var guests = spaces.Select(space => space.Guests[guest]).ToArray();
        ImmutableArray<int> unlike = [.. guests.Select(item => item.Unlike)];
        var first = guests.Select(item => item.FirstUnlike).FirstOrDefault(scenario => scenario is not null);
        if (guests[0].Table?.Cells is not { } table)
        {
            return new(guests[0].Name, null, unlike, first, [], null, [], false, null);
        }

        var broken = spaces.Aggregate(0u, (rules, space) => rules | space.BrokenBy(table));
        var program = new ProgramSearch(costs.Asked).Shortest(table, MostLiterals);
        var starts = costs.Of(table);
        return new(
            guests[0].Name,
            [.. table.Select(answer => PredicateAnswer.All[answer])],
            unlike,
            first,
            [.. FindingRule.OfSteps.Where((_, rule) => (broken >> rule & 1) != 0).OrderBy(rule => rule.Severity)],
            program,
            starts,
            costs.Has(table),
            broken != 0 ? null : front.Points.LastOrDefault(point => SpaceFront.IsNoWorse(point.Starts, starts) && point.Program.Length <= (program?.Length ?? int.MaxValue)));
    }
}
