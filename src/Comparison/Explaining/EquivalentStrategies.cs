namespace Compare.Comparison;

/// <summary>Strategies between which a matrix finds no difference on a kernel.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="SameOutcomes">Groups with equal outcomes, every measure of every step.</param>
/// <param name="SameResults">Groups with equal results: programs cannot tell their members apart.</param>
public sealed record EquivalentStrategies(
    string Kernel, ImmutableArray<ImmutableArray<string>> SameOutcomes, ImmutableArray<ImmutableArray<string>> SameResults)
{
    /// <summary>The groups on each kernel, by the scenarios that both of two strategies ran.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    public static ImmutableArray<EquivalentStrategies> Of(OutcomeSet outcomes)
    {
        var differences = new OutcomeDifferences(outcomes.Pool);
        return
        [
            .. Enumerable.Range(0, outcomes.Contenders.Length)
                .GroupBy(contender => outcomes.Contenders[contender].KernelName)
                .Select(kernel => new EquivalentStrategies(
                    kernel.Key,
                    Groups(outcomes, kernel, (left, right) => left == right),
                    Groups(outcomes, kernel, (left, right) => !differences[left, right].IsOfResult))),
        ];
    }

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
        {
            for (var i = 0; i < outcomes.Scenarios.Length; i++)
            {
                if (outcomes.Has(i, left) && outcomes.Has(i, right) && !areSame(outcomes.IdOf(i, left), outcomes.IdOf(i, right)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
