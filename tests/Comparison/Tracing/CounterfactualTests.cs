using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Comparison.Tracing;

public sealed class CounterfactualTests
{
    private static readonly string[] Scenarios =
    [
        "fs=ro mapping=private steps=copyin",
        "fs=emergency steps=load store",
        "fs=frozen mapping=shared steps=store load",
        "fs=full mapping=shared extent=hole steps=store@far other-load fsync store@near",
        "mapping=shared_ro size=partial steps=mlock@beyond",
        "mount=nodax extent=hole steps=load punch store",
        "mapping=shared steps=fork fork store",
    ];

    [Fact]
    public void A_neighbour_is_listed_where_and_only_where_running_it_gives_another_result_of_a_step()
    {
        foreach (var (scenario, kernel, strategy) in Cases())
        {
            var contender = new Contender(kernel, strategy);
            var counterfactual = Counterfactual.Of(scenario, [contender]);
            var before = Results(scenario, contender);
            foreach (var neighbour in ScenarioNeighbour.Of(scenario).Where(neighbour => neighbour.IsLegal))
            {
                var expected = before.Where((_, i) => i != neighbour.Dropped);
                var changes = !expected.SequenceEqual(Results(neighbour.ToScenario("n"), contender));
                Assert.Equal(changes, counterfactual.Flips.Any(flip => Same(flip.Neighbour, neighbour)));
            }
        }
    }

    [Fact]
    public void Between_two_strategies_a_neighbour_is_listed_where_and_only_where_they_differ_in_another_way()
    {
        foreach (var (scenario, kernel, strategy) in Cases())
        {
            Contender[] pair = [new(kernel, strategy), new(kernel, V2)];
            var counterfactual = Counterfactual.Of(scenario, pair);
            var before = Difference(scenario, pair);
            Assert.Equal(before, counterfactual.Before.Difference);
            foreach (var neighbour in ScenarioNeighbour.Of(scenario).Where(neighbour => neighbour.IsLegal))
            {
                var changes = Difference(neighbour.ToScenario("n"), pair) != before;
                Assert.Equal(changes, counterfactual.Flips.Any(flip => Same(flip.Neighbour, neighbour)));
            }
        }
    }

    [Fact]
    public void A_neighbour_differs_in_the_column_that_it_names_and_in_no_other()
    {
        foreach (var scenario in Scenarios.Select(text => ScenarioText.Parse(text)))
        {
            foreach (var neighbour in ScenarioNeighbour.Of(scenario).Where(neighbour => neighbour.IsLegal))
            {
                var other = neighbour.ToScenario(scenario.Id);
                var columns = ScenarioColumns.All.Concat(ScenarioColumns.Derived)
                    .Where(column => ScenarioColumns.Text(scenario, column) != ScenarioColumns.Text(other, column))
                    .Except(["steps"]);
                Assert.Equal([neighbour.Column], columns);
                if (neighbour.Dropped < 0)
                {
                    Assert.Equal(neighbour.From, ScenarioColumns.Text(scenario, neighbour.Column));
                    Assert.Equal(neighbour.To, ScenarioColumns.Text(other, neighbour.Column));
                }
            }
        }
    }

    [Fact]
    public void Neighbours_that_cannot_exist_are_counted()
    {
        var scenario = ScenarioText.Parse("fs=ro mapping=private steps=copyin");
        var counterfactual = Counterfactual.Of(scenario, [new Contender(KernelProfiles.V413, Original)]);
        Assert.Equal(2, counterfactual.Illegal);
        Assert.Equal(ScenarioNeighbour.Of(scenario).Count(), counterfactual.Legal + counterfactual.Illegal);
    }

    private static IEnumerable<(Scenario Scenario, KernelProfile Kernel, FaultHandler Strategy)> Cases()
        => from text in Scenarios
           from kernel in Kernels.Observed
           from strategy in (FaultHandler[])[Original, Zwisler]
           select (ScenarioText.Parse(text), kernel, strategy);

    private static bool Same(ScenarioNeighbour left, ScenarioNeighbour right)
        => (left.Column, left.To, left.Dropped) == (right.Column, right.To, right.Dropped);

    private static string[] Results(Scenario scenario, Contender contender) => Run(scenario, contender).Text(Measure.Result).Split('|');

    private static DifferenceKind Difference(Scenario scenario, Contender[] pair)
        => OutcomeDifference.Between(Run(scenario, pair[0]), Run(scenario, pair[1])).Kind;

    private static Outcome Run(Scenario scenario, Contender contender) => new ScenarioRunner(contender).Run(scenario);
}
