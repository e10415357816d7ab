namespace Compare.Comparison;

/// <summary>A scenario worth recording.</summary>
/// <param name="Decides">What it would decide.</param>
/// <param name="Contender">Who has to run it; none where no scenario was found.</param>
/// <param name="Scenario">The scenario.</param>
public sealed record PlannedScenario(string Decides, ContenderName? Contender, Scenario? Scenario);

/// <summary>What should be recorded next, for what is assumed today.</summary>
/// <param name="Items">Assumptions first, then classes of differences of which no scenario was observed.</param>
/// <param name="Tried">Scenarios that were tried for an assumption before it was given up.</param>
public sealed record ObservationPlan(ImmutableArray<PlannedScenario> Items, int Tried)
{
    /// <summary>Makes a plan.</summary>
    /// <param name="assumptions">What no observation decides.</param>
    /// <param name="contenders">Strategies on observed kernels, those first that are easiest to record.</param>
    /// <param name="compared">The contenders whose differences are to be observed.</param>
    /// <param name="observed">What real kernels were seen to do.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static ObservationPlan Of(ImmutableArray<Assumption> assumptions, ImmutableArray<Contender> contenders, ImmutableArray<Contender> compared, ObservedScenarios observed, int jobs)
    {
        var search = new DecidingSearch(contenders);
        return new(
            [.. assumptions.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).Select(search.Of), .. UnobservedClasses(compared, observed, jobs)],
            DecidingSearch.Tried);
    }

    /// <summary>The scenarios of a strategy, each once, under ids of their own.</summary>
    /// <param name="strategy">Name of the strategy; none: of all.</param>
    public ImmutableArray<Scenario> ScenariosOf(string? strategy) =>
    [
        .. Items.Where(item => item.Scenario is not null && (strategy is null || item.Contender!.StrategyName == strategy))
            .Select(item => item.Scenario!)
            .DistinctBy(ScenarioText.Print)
            .Select((scenario, i) => new Scenario(FormattableString.Invariant($"plan-{i + 1:D4}"), scenario.Setup, scenario.Steps)),
    ];

    private static IEnumerable<PlannedScenario> UnobservedClasses(ImmutableArray<Contender> contenders, ObservedScenarios observed, int jobs)
    {
        var outcomes = new MatrixRun(contenders, jobs).Run(CrossMatrix.Enumerate());
        foreach (var (left, right) in ContenderName.PairsOf(outcomes.Contenders).Where(pair => outcomes.Contenders[pair.Left].KernelName == outcomes.Contenders[pair.Right].KernelName))
        {
            var sides = (Left: outcomes.Contenders[left], Right: outcomes.Contenders[right]);
            foreach (var (change, isIn, _) in new OutcomePair(outcomes, left, right, measures: 0).Classes)
            {
                if (observed.ShareOf(outcomes, isIn, sides.Left, sides.Right).Observed == 0)
                {
                    var witness = outcomes.Scenarios[DifferenceWitness.Smallest(outcomes.Scenarios, isIn)];
                    var decides = $"{sides.Left} -> {sides.Right}: {change.Title}";
                    yield return new(decides, sides.Left, witness);
                    yield return new(decides, sides.Right, witness);
                }
            }
        }
    }
}
