using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Strategies;

namespace Compare.Tests;

/// <summary>What is said about each strategy on its own, over the standard matrix.</summary>
public sealed class FindingTests
{
    private static readonly ImmutableArray<Scenario> Scenarios = StandardMatrix.Build();

    private static readonly ImmutableArray<Finding> Findings = Collect([new Original(), new V2(), new Zwisler()]);

    [Fact]
    public void Every_rule_has_a_name_of_its_own_and_a_text()
    {
        Assert.Distinct(FindingRule.All.Select(rule => rule.Id));
        Assert.All(FindingRule.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
        Assert.All(FindingRule.All, rule => Assert.DoesNotContain('\n', rule.Text));
    }

    [Fact]
    public void The_worst_finding_comes_first()
        => Assert.Equal(Findings.Select(finding => finding.Rule.Severity).Order(), Findings.Select(finding => finding.Rule.Severity));

    [Fact]
    public void A_condition_is_true_in_exactly_as_many_scenarios_as_the_finding_counts()
        => Assert.All(Findings, finding => Assert.Equal(finding.Set.Count, Scenarios.Count(finding.Set.Condition.Holds)));

    [Fact]
    public void The_witness_is_no_larger_than_any_other_scenario_of_the_finding()
        => Assert.All(Findings, finding => Assert.True(
            finding.Set.Condition.Holds(finding.Witness)
            && finding.Witness.Steps.Length == Scenarios.Where(finding.Set.Condition.Holds).Min(scenario => scenario.Steps.Length)));

    [Fact]
    public void Zwisler_starts_the_journal_345_times_more_than_v2_needs_to_succeed_and_nothing_else_is_found()
    {
        Assert.DoesNotContain(Findings, finding => finding.Contender.StrategyName == "v2");
        var found = Findings.Where(finding => finding.Contender.StrategyName == "zwisler").ToArray();
        Assert.All(found, finding => Assert.Equal(("journal-beyond-fewest", 318, 345L), (finding.Rule.Id, finding.Set.Count, finding.Amount)));
        Assert.Equal(Kernels.Observed.Count, found.Length);
    }

    [Fact]
    public void Alone_a_strategy_needs_as_many_journal_starts_as_it_makes()
        => Assert.DoesNotContain(Collect([new Zwisler()]), finding => finding.Rule.Id == "journal-beyond-fewest");

    [Fact]
    public void A_strategy_that_fails_early_is_no_measure_for_one_that_succeeds()
    {
        var findings = Collect([new Zwisler(), new FailsAtOnce()]);
        Assert.DoesNotContain(findings, finding => finding.Rule.Id == "journal-beyond-fewest" && finding.Contender.StrategyName == "zwisler");
    }

    [Fact]
    public void Only_a_scenario_that_is_ok_throughout_tells_how_many_starts_are_needed()
    {
        // The example falls back without a split: a load and a store then repeat for ever on v4.13, after no start at all.
        var scenario = ScenarioText.Parse("mapping=private steps=load store");
        Contender[] contenders = [new(KernelProfiles.V413, new Original()), new(KernelProfiles.V413, Examples.Named("v2-nosplit"))];
        var outcomes = new MatrixRun(contenders, 1).Run([scenario]);
        Assert.Equal("ok|livelock", outcomes[0, 1]!.Text(Measure.Result));
        Assert.True(outcomes[0, 0]!.JournalStarts > 0);
        Assert.DoesNotContain(
            Finding.Of(outcomes, new ConditionFinder([scenario]), 1), finding => finding.Rule.Id == "journal-beyond-fewest");
    }

    private static ImmutableArray<Finding> Collect(IEnumerable<FaultHandler> strategies)
    {
        var contenders = Contender.Product(Kernels.Observed, strategies);
        return Finding.Of(new MatrixRun(contenders, 1).Run(Scenarios), new ConditionFinder(Scenarios), 1);
    }

    private sealed class FailsAtOnce : FaultHandler
    {
        public override string Name => "fails-at-once";

        public override string Condition => "never";

        public override string Origin => "a test";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel) => VmFault.SigBus;
    }
}
