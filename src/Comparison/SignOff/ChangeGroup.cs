namespace Compare.Comparison;

/// <summary>Classes of differences that one sentence says, on whatever kernel, for whatever candidate, in whatever step.</summary>
/// <param name="Plain">The sentence.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Items">At least one class.</param>
public sealed record ChangeGroup(string Plain, DifferenceSeverity Severity, ImmutableArray<SignOffItem> Items)
{
    private static readonly (string Name, ImmutableArray<string> Words, Func<Scenario, int> Read)[] Columns =
    [
        ("access", Axes.Verbs.All, scenario => (int)scenario.Steps[^1].Verb),
        .. Axes.All.Where(axis => axis.Name is "mapping" or "fs")
            .Select(axis => (axis.Name, axis.Words, (Func<Scenario, int>)(scenario => axis.Read(scenario.Setup)))),
    ];

    /// <summary>The class with the smallest case.</summary>
    public SignOffItem Smallest => Items.MinBy(item => item.Witness.Size)!;

    /// <summary>Whether programs can tell: by a result, a page, or a rule that is broken.</summary>
    public bool IsVisible => Severity <= DifferenceSeverity.Repaired;

    /// <summary>In how many scenarios of a candidate on a kernel: the fewest and the most.</summary>
    public (int Fewest, int Most) Scenarios
    {
        get
        {
            var counts = Items.GroupBy(item => item.Subject).Select(same => same.Sum(item => item.Scenarios)).ToArray();
            return (counts.Min(), counts.Max());
        }
    }

    /// <summary>How much of it real kernels were seen to do, each candidate and kernel counted.</summary>
    public ObservedShare Observed => Items.Select(item => item.Observed).Aggregate(ObservedShare.Add);

    /// <summary>The values that occur in the scenarios, of each column that does not have all of its values there: no exact condition, and short.
    /// Scenarios in which an earlier step changes are left out where there are others: their last step has no part in it.</summary>
    public string Reach
    {
        get
        {
            var ofLast = Items.RemoveAll(item => item.IsEarlier);
            var scenarios = (ofLast.IsEmpty ? Items : ofLast).SelectMany(item => item.Outcomes.Scenarios.Where((_, i) => item.Set.IsIn[i])).Distinct().ToArray();
            return string.Join("; ", Columns
                .Select(column => (column, Values: scenarios.Select(column.Read).Distinct().Order().ToArray()))
                .Where(found => found.Values.Length < found.column.Words.Length)
                .Select(found => $"{found.column.Name} {string.Join(", ", found.Values.Select(value => found.column.Words[value]))}"));
        }
    }

    /// <summary>The changes of some candidates, worst first.</summary>
    /// <param name="items">Items of a run; findings are passed over, since each rule that is newly broken is a class too.</param>
    public static ImmutableArray<ChangeGroup> Of(IEnumerable<SignOffItem> items) =>
    [
        .. items.Where(item => !item.IsFinding)
            .GroupBy(item => (item.Plain, item.Severity))
            .Select(same => new ChangeGroup(same.Key.Plain, same.Key.Severity, [.. same]))
            .OrderBy(group => group.Severity)
            .ThenByDescending(group => group.Scenarios.Most),
    ];
}
