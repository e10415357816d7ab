namespace Compare.Comparison;

/// <summary>Looks for scenarios that would decide assumptions: in which another value of a policy comes to something else, or which exercise a rule.</summary>
/// <param name="contenders">Who could be recorded, the easiest first.</param>
internal sealed class DecidingSearch(ImmutableArray<Contender> contenders)
{
    /// <summary>Scenarios that are tried before an assumption is given up.</summary>
    internal const int Tried = 100_000;

    /// <summary>How much fewer are tried with any but the contender that is easiest to record: which predicate runs seldom matters.</summary>
    private const int Fewer = 10;

    private const int Seed = 6;
    private readonly Lazy<Scenario[]> _scenarios = new(() => [.. RandomScenarios.Of(Seed).Take(Tried)]);

    /// <summary>Looks for the scenario that would decide an assumption; called by several threads at once.</summary>
    /// <param name="assumption">What is undecided.</param>
    /// <returns>Who would have to run which scenario; none where no scenario tried would decide it.</returns>
    public PlannedScenario Of(Assumption assumption)
    {
        (Contender Contender, Func<Scenario, bool> Decides)[] judges =
        [
            .. contenders.Where(contender => assumption.IsRule || contender.KernelName == assumption.Kernel).Select(contender => (
                contender,
                assumption.IsRule ? Exercises(contender, assumption.Rule) : Differs(contender, contender with { Kernel = assumption.In(contender.Kernel) }))),
        ];
        foreach (var ((contender, decides), i) in judges.Select((judge, i) => (judge, i)))
        {
            var isEasiest = i == 0 || judges[i - 1].Contender.KernelName != contender.KernelName;
            if (_scenarios.Value.Take(isEasiest ? Tried : Tried / Fewer).FirstOrDefault(decides) is { } scenario)
            {
                return new(assumption.ToString(), contender, RandomScenarios.Shrink(scenario, decides));
            }
        }

        return new(assumption.ToString(), null, null);
    }

    private static Func<Scenario, bool> Differs(Contender contender, Contender other)
    {
        var pool = new OutcomePool();
        var (one, two) = (new ScenarioRunner(contender, pool), new ScenarioRunner(other, pool));
        return scenario => one.IdOf(scenario) != two.IdOf(scenario);
    }

    private static Func<Scenario, bool> Exercises(Contender contender, Rule rule)
    {
        var (kernel, effects) = (new Kernel(contender.Kernel, contender.Strategy), new Effects());
        return scenario =>
        {
            var exercised = false;
            RuleScenarios.Exercise(kernel, scenario, effects, [rule], _ => exercised = true);
            return exercised;
        };
    }
}
