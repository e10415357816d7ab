namespace Compare.Comparison;

/// <summary>Which conclusions of a run hang on what no observation decides.</summary>
/// <param name="Rows">What each assumption would change, those of kernels that ran.</param>
public sealed record SensitivityCase(ImmutableArray<SensitivityRow> Rows)
{
    /// <summary>The assumptions on which some conclusion hangs.</summary>
    public IEnumerable<SensitivityRow> Telling => Rows.Where(row => !row.Changes.IsEmpty);

    /// <summary>Runs everything again with the other value of each policy, and without the scenarios that exercise each rule: such a rule has no
    /// other value, so whatever these scenarios might come to is left open.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    /// <param name="contenders">The contenders, as they ran.</param>
    /// <param name="baseStrategy">Name of the base.</param>
    /// <param name="assumptions">What no observation decides.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static SensitivityCase Of(
        OutcomeSet outcomes, ImmutableArray<Contender> contenders, string baseStrategy, IEnumerable<Assumption> assumptions, int jobs)
    {
        var before = Conclusions.Of(outcomes, baseStrategy);
        var all = assumptions.ToArray();
        Rule[] rules = [.. all.Where(assumption => assumption.IsRule).Select(assumption => assumption.Rule)];
        var exercised = RuleScenarios.Of(outcomes, contenders, rules, jobs);
        return new(
        [
            .. all.Where(assumption => assumption.IsRule || contenders.Any(contender => contender.KernelName == assumption.Kernel))
                .AsParallel().AsOrdered().WithDegreeOfParallelism(jobs)
                .Select(assumption => assumption.IsRule
                    ? Without(assumption, exercised[Array.IndexOf(rules, assumption.Rule)], outcomes, baseStrategy, before)
                    : Otherwise(assumption, contenders, outcomes, baseStrategy, before)),
        ]);
    }

    private static SensitivityRow Without(Assumption rule, bool[] exercised, OutcomeSet outcomes, string baseStrategy, ImmutableArray<Conclusions> before)
    {
        var after = exercised.Contains(true) ? Conclusions.Of(outcomes.Part([.. exercised.Select(isIn => !isIn)]), baseStrategy) : before;
        return Row(rule, exercised.AsSpan().Count(true), before, after);
    }

    private static SensitivityRow Otherwise(
        Assumption policy, ImmutableArray<Contender> contenders, OutcomeSet outcomes, string baseStrategy, ImmutableArray<Conclusions> before)
    {
        int[] columns = [.. Enumerable.Range(0, outcomes.Contenders.Length).Where(column => outcomes.Contenders[column].KernelName == policy.Kernel)];
        var own = outcomes.Only([.. columns]);
        var runners = columns.Select(column => contenders.Single(contender => contender.Equals(outcomes.Contenders[column])))
            .Select(contender => new ScenarioRunner(contender with { Kernel = policy.In(contender.Kernel) }, outcomes.Pool))
            .ToArray();
        var ids = new int[own.Scenarios.Length * runners.Length];
        var changed = new bool[own.Scenarios.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var (scenario, contender) = Math.DivRem(i, runners.Length);
            ids[i] = own.Has(scenario, contender) ? runners[contender].IdOf(own.Scenarios[scenario]) : OutcomeSet.None;
            changed[scenario] |= ids[i] != own.IdOf(scenario, contender);
        }

        var count = changed.AsSpan().Count(true);
        var after = count == 0 ? before : Conclusions.Of(new OutcomeSet(own.Scenarios, own.Contenders, outcomes.Pool, ids), baseStrategy);
        return Row(policy, count, [.. before.Where(item => item.Kernel == policy.Kernel)], after);
    }

    private static SensitivityRow Row(Assumption assumption, int scenarios, ImmutableArray<Conclusions> before, ImmutableArray<Conclusions> after) => new(
        assumption,
        scenarios,
        [.. before.Select(item => ChangedConclusion.Between(item, after.FirstOrDefault(other => other.Kernel == item.Kernel && other.Candidate == item.Candidate))).OfType<ChangedConclusion>()]);
}
