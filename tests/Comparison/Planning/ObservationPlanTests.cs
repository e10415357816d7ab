using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Tests.Cli;

namespace Compare.Tests.Comparison;

/// <summary>What is planned would decide what it is said to decide.</summary>
public sealed class ObservationPlanTests : IDisposable
{
    private static readonly ImmutableArray<Contender> Zwislers = [.. Kernels.Observed.Reverse().Select(kernel => new Contender(kernel, Simulation.Zwisler))];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("DirtyEntries", "v6.1", "EveryFault", "WriteFaults")]
    [InlineData("RemapHugePmd", "v4.13", "TakenForTable", "Split")]
    [InlineData("HugePmdWrite", "v6.12", "SplitsPrivate", "AsksHandler")]
    public void With_the_other_value_of_a_policy_the_planned_scenario_comes_to_something_else_and_no_part_of_it_does(string policy, string kernel, string value, string other)
    {
        var assumption = new Assumption(policy, kernel, value, other);
        var planned = new DecidingSearch(Zwislers).Of(assumption);
        Assert.Equal($"{kernel} zwisler", planned.Contender!.ToString());
        Assert.True(Decides(planned.Scenario!));
        Assert.All(
            Enumerable.Range(0, planned.Scenario!.Steps.Length).Where(i => planned.Scenario.Steps.Length > 1).Select(i => planned.Scenario.Steps.RemoveAt(i))
                .Where(steps => ScenarioRules.Check(planned.Scenario.Setup, steps) is null),
            steps => Assert.False(Decides(new Scenario("part", planned.Scenario.Setup, steps))));

        bool Decides(Scenario scenario)
        {
            var contender = new Contender(Kernels.Named(kernel), Simulation.Zwisler);
            return !new ScenarioRunner(contender).Run(scenario).Equals(new ScenarioRunner(contender with { Kernel = assumption.In(contender.Kernel) }).Run(scenario));
        }
    }

    [Fact]
    public void A_rule_is_exercised_by_the_planned_scenario_on_the_newest_kernel_that_can()
    {
        var planned = new DecidingSearch(Zwislers).Of(new("ReserveUsed"));
        Assert.Equal("v6.12 zwisler", planned.Contender!.ToString());
        var kernel = new Kernel(Kernels.Named("v6.12"), Simulation.Zwisler);
        var steps = 0;
        RuleScenarios.Exercise(kernel, planned.Scenario!, new Effects(), [Rule.ReserveUsed], _ => steps++);
        Assert.InRange(steps, 1, planned.Scenario!.Steps.Length);
    }

    [Fact]
    public void What_no_scenario_can_tell_is_said_to_have_none()
    {
        var planned = new DecidingSearch(Zwislers[..1]).Of(new("ForcedSharedCopies"));
        Assert.Null(planned.Contender);
        Assert.Null(planned.Scenario);
    }

    [Fact]
    public void A_class_of_differences_that_nobody_observed_is_planned_for_both_sides()
    {
        ImmutableArray<Contender> pair = [new(KernelProfiles.V61, Simulation.Original), new(KernelProfiles.V61, Simulation.Zwisler)];
        Assert.Empty(ObservationPlan.Of([], [], pair, new ObservedScenarios(pair, []), jobs: 2).Items);
        var items = ObservationPlan.Of([], [], pair, new ObservedScenarios(pair[..1], []), jobs: 2).Items;
        Assert.NotEmpty(items);
        Assert.All(items.Chunk(2), sides =>
        {
            Assert.Equal(sides[0].Decides, sides[1].Decides);
            Assert.Same(sides[0].Scenario, sides[1].Scenario);
            Assert.Equal(["v6.1 original", "v6.1 zwisler"], sides.Select(side => side.Contender!.ToString()));
        });
    }

    [Fact]
    public void A_plan_is_printed_and_written_as_a_table_that_can_be_run()
    {
        var table = RepositoryRoot.Observations.Single(path => Path.GetFileName(path) == "v6.1-witness-zwisler.csv");
        var file = _directory["plan.csv"];
        var text = CommandLine.Done("check", table, "--plan", "--out", file);
        Assert.Contains("| would decide", text, StringComparison.Ordinal);
        Assert.Contains($" scenarios to {file}.", text, StringComparison.Ordinal);
        Assert.InRange(ScenarioTable.Read(file).Scenarios.Length, 20, 400);
    }

    [Theory]
    [InlineData("record debian:6.1 --out a.csv", "record: found neither --scenarios nor --unobserved, expected one of them")]
    [InlineData("record debian:6.1 --out a.csv --scenarios standard --unobserved b.csv", "record: found --scenarios and --unobserved, expected one of them")]
    [InlineData("check a.csv --plan --spreadsheet-safe", "found --spreadsheet-safe where no table is written, expected no --plan with it")]
    public void Bad_input_is_refused(string line, string reason) => Assert.Equal(reason, CommandLine.Refused(line.Split(' ')));
}
