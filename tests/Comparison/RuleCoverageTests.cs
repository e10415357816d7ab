using Compare.Engine;

namespace Compare.Tests.Comparison;

/// <summary>Which rules of the engine the observed rows exercise; the others rest on the kernel's source alone.</summary>
public sealed class RuleCoverageTests
{
    /// <summary>Scenarios that exercise what no observed row does.</summary>
    private static readonly Dictionary<Rule, string> Unobserved = new()
    {
        [Rule.AccessOutsideVma] = "geometry=small steps=load@far",
        [Rule.CopyRefused] = "geometry=small steps=copyin@far",
        [Rule.LeafMergedUp] = "mapping=shared size=partial thp=nohuge steps=extend store@far punch fsync store",
        [Rule.ReserveUsed] = "fs=full mapping=shared extent=unwritten thp=nohuge steps=store store@far",
        [Rule.FileChangeReadOnly] = "fs=ro steps=punch",
        [Rule.FailedChangeUnmaps] = "fs=aborted steps=load punch",
        [Rule.ShutDownWritebackFails] = "fs=shutdown steps=load punch",
        [Rule.AbortedWritebackFails] = "mount=nodax fs=aborted mapping=shared steps=store fsync",
        [Rule.DontNeedLocked] = "mount=nodax size=partial steps=mlock@beyond dontneed",
        [Rule.RemapTakesHugePmdForTable] = "mapping=shared steps=store mremap",
        [Rule.DelayedGivenBack] = "mount=nodax extent=hole mapping=shared steps=store truncate",
    };

    /// <summary>Asked only where a handler falls back without a split, where the entry went away under a PTE, in a variant.</summary>
    private static readonly Rule[] OutOfReach = [Rule.HugePmdLeft, Rule.PfnMkWriteWithoutEntry, Rule.ForcedSharedCopies];

    [Fact]
    public void Every_rule_is_exercised_by_an_observed_row_or_by_a_scenario_named_here()
    {
        var exercised = new HashSet<Rule>();
        var kernels = new Dictionary<(string, string), Kernel>();
        foreach (var row in ObservedRows.All)
        {
            if (!kernels.TryGetValue((row.Kernel, row.Strategy), out var kernel))
            {
                kernel = new Kernel(Kernels.Named(row.Kernel), Shipped.Named(row.Strategy));
                kernels.Add((row.Kernel, row.Strategy), kernel);
            }

            foreach (var step in StepRecord.Of(row.Scenario, kernel))
            {
                exercised.UnionWith(Enum.GetValues<Rule>().Where(rule => !exercised.Contains(rule) && step.Effects.Rules.Contains(rule)));
            }
        }

        Assert.Empty(Enum.GetValues<Rule>().Except(exercised).Except(Unobserved.Keys).Except(OutOfReach));
    }

    [Fact]
    public void Each_scenario_named_here_exercises_its_rule_in_its_last_step()
        => Assert.All(Unobserved, pair => Assert.Contains(Kernels.Observed, kernel =>
        {
            var run = Simulation.Run(pair.Value, kernel);
            return run.Exercised(pair.Key, run.Result.Split('|').Length - 1);
        }));
}
