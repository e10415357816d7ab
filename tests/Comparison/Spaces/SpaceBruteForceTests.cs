using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>Every predicate at once, against predicates run one by one.</summary>
public sealed class SpaceBruteForceTests
{
    private const int Tables = 500;
    private static readonly ImmutableArray<Scenario> Standard = StandardMatrix.Build();

    [Theory]
    [OnEveryKernel]
    public void A_random_table_does_in_each_scenario_of_the_standard_matrix_what_the_space_says(string kernel)
    {
        var random = new Random(16);
        byte[][] tables = [.. Enumerable.Range(0, Tables).Select(_ => Enumerable.Range(0, PredicateCell.All.Length).Select(_ => (byte)random.Next(Branches.Length)).ToArray())];
        var pool = new OutcomePool();
        var open = new OpenRunner(Kernels.Named(kernel), pool);
        var functions = Standard.Select(open.Run).ToArray();
        Parallel.ForEach(tables, table =>
        {
            var runner = new ScenarioRunner(new Contender(Kernels.Named(kernel), new TablePredicate("random", [.. table])), pool);
            for (var i = 0; i < Standard.Length; i++)
            {
                Assert.Equal(runner.IdOf(Standard[i]), open.Diagrams.Evaluate(functions[i], table));
            }
        });
    }

    [Theory]
    [OnEveryKernel]
    public void And_in_random_scenarios_of_many_steps(string kernel)
    {
        var random = new Random(17);
        var pool = new OutcomePool();
        var open = new OpenRunner(Kernels.Named(kernel), pool);
        Law.ForEachScenario(seed: 16, scenario =>
        {
            byte[] table = [.. Enumerable.Range(0, PredicateCell.All.Length).Select(_ => (byte)random.Next(Branches.Length))];
            var runner = new ScenarioRunner(new Contender(Kernels.Named(kernel), new TablePredicate("random", [.. table])), pool);
            Assert.Equal(runner.IdOf(scenario), open.Diagrams.Evaluate(open.Run(scenario), table));
        });
    }
}
