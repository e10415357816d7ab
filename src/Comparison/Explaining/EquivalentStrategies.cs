namespace Compare.Comparison;

/// <summary>Strategies between which a matrix finds no difference on a kernel.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="SameOutcomes">Groups with equal outcomes, every measure of every step; none where a filter let the strategies run different
/// scenarios, as being the same where both ran makes no groups.</param>
/// <param name="SameResults">Groups with equal results: programs cannot tell their members apart; none as above.</param>
public sealed record EquivalentStrategies(
    string Kernel, ImmutableArray<ImmutableArray<string>> SameOutcomes, ImmutableArray<ImmutableArray<string>> SameResults)
{
    /// <summary>The groups on each kernel.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    public static ImmutableArray<EquivalentStrategies> Of(OutcomeSet outcomes)
    {
        var differences = new OutcomeDifferences(outcomes.Pool);
        return
        [
            .. Enumerable.Range(0, outcomes.Contenders.Length)
                .GroupBy(contender => outcomes.Contenders[contender].KernelName)
                .Select(kernel => RanTheSame(outcomes, kernel)
                    ? new EquivalentStrategies(
                        kernel.Key,
                        Groups(outcomes, kernel, (left, right) => left == right),
                        Groups(outcomes, kernel, (left, right) => !differences[left, right].IsOfResult))
                    : new EquivalentStrategies(kernel.Key, [], [])),
        ];
    }

    private static bool RanTheSame(OutcomeSet outcomes, IGrouping<string, int> contenders) => contenders.All(contender =>
        Enumerable.Range(0, outcomes.Scenarios.Length).All(i => outcomes.Has(i, contender) == outcomes.Has(i, contenders.First())));

    private static ImmutableArray<ImmutableArray<string>> Groups(
        OutcomeSet outcomes, IEnumerable<int> contenders, Func<int, int, bool> areSame)
    {
        var groups = new List<List<int>>();
        foreach (var contender in contenders)
        {
            var group = groups.Find(group => AreSame(group[0], contender));
            if (group is null)
            {
                groups.Add([contender]);
            }
            else
            {
                group.Add(contender);
            }
        }

        return [.. groups.Select(group => group.Select(contender => outcomes.Contenders[contender].StrategyName).ToImmutableArray())];

        bool AreSame(int left, int right)
            => Enumerable.Range(0, outcomes.Scenarios.Length).All(i => areSame(outcomes.IdOf(i, left), outcomes.IdOf(i, right)));
    }
}
