namespace Compare.Comparison;

/// <summary>Which scenarios of a matrix add nothing.</summary>
internal static class SpaceRedundancy
{
    /// <summary>How many scenarios are enough: one for each way to depend on the predicate's table, on all kernels together, and one for each rule of the
    /// engine that none of these exercises with a shipped answer.</summary>
    /// <param name="kernels">The kernels.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="functions">For each kernel what each scenario comes to.</param>
    public static int Enough(IReadOnlyCollection<KernelProfile> kernels, ImmutableArray<Scenario> scenarios, IReadOnlyList<int[]> functions)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var isKept = scenarios.Select((_, i) => known.Add(string.Join(' ', functions.Select(ofKernel => ofKernel[i])))).ToArray();
        var (kept, all) = (RulesOf(kernels, scenarios.Where((_, i) => isKept[i])), RulesOf(kernels, scenarios));
        return known.Count + all.Except(kept).Count();
    }

    private static HashSet<Rule> RulesOf(IReadOnlyCollection<KernelProfile> kernels, IEnumerable<Scenario> scenarios)
    {
        var (rules, exercised, effects) = (Enum.GetValues<Rule>(), new HashSet<Rule>(), new Effects());
        var tables = new TablePredicate("journal where VM_SHARED is written", [.. PredicateCell.All.Select(cell => (byte)(cell is { IsWrite: true, IsShared: true } ? 1 : 0))]);
        foreach (var kernel in kernels.Select(profile => new Kernel(profile, tables)))
        {
            foreach (var scenario in scenarios)
            {
                RuleScenarios.Exercise(kernel, scenario, effects, rules, rule => exercised.Add(rules[rule]));
            }
        }

        return exercised;
    }
}
