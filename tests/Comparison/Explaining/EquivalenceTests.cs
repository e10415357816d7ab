using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Comparison.Explaining;

public sealed class EquivalenceTests
{
    private static readonly ImmutableArray<Contender> OnOldKernel =
        [.. Shipped.All.Select(strategy => new Contender(Kernels.Named("v4.13"), strategy))];

    [Theory]
    [InlineData("dax.rw.private.load", "original v2 zwisler", "original v2 zwisler")]
    [InlineData("dax.ro.private.store", "original | v2 zwisler", "original | v2 zwisler")]
    [InlineData("dax.rw.shared.store", "original zwisler | v2", "original v2 zwisler")]
    [InlineData("dax.rw.private.store", "original | v2 zwisler", "original v2 zwisler")]
    public void Strategies_are_grouped_by_what_a_matrix_can_tell(string id, string byOutcomes, string byResults)
    {
        var matrix = new MatrixRun(OnOldKernel, 1).Run(StandardMatrix.Build().Where(scenario => scenario.Id == id));
        var groups = Assert.Single(EquivalentStrategies.Of(matrix));
        Assert.Equal("v4.13", groups.Kernel);
        Assert.Equal(byOutcomes, Text(groups.SameOutcomes));
        Assert.Equal(byResults, Text(groups.SameResults));

        static string Text(ImmutableArray<ImmutableArray<string>> groups)
            => string.Join(" | ", groups.Select(group => string.Join(' ', group)));
    }

    [Theory]
    [InlineData("original", "dax.rw.private.load")]
    [InlineData("v2", "dax.ro.private.store")]
    public void Strategies_that_ran_different_scenarios_are_not_grouped(string one, string id)
    {
        string[] ids = ["dax.rw.private.load", "dax.ro.private.store"];
        var matrix = new MatrixRun(OnOldKernel, 1, (scenario, contender) => contender.StrategyName != one || scenario.Id == id)
            .Run(StandardMatrix.Build().Where(scenario => ids.Contains(scenario.Id)));
        var groups = Assert.Single(EquivalentStrategies.Of(matrix));
        Assert.Empty(groups.SameOutcomes);
        Assert.Empty(groups.SameResults);
    }

    [Fact]
    public void Strategies_are_grouped_on_each_kernel_by_what_ran_there()
    {
        var matrix = new MatrixRun(
            [.. OnOldKernel, .. Shipped.All.Select(strategy => new Contender(Kernels.Named("v6.1"), strategy))],
            1,
            (scenario, contender) => contender.KernelName == "v6.1" || scenario.Id == "dax.rw.private.load")
            .Run(StandardMatrix.Build().Where(scenario => scenario.Id.StartsWith("dax.rw.private.", StringComparison.Ordinal)));
        Assert.Equal([1, 3], EquivalentStrategies.Of(matrix).Select(kernel => kernel.SameOutcomes.Length));
    }

    [Fact]
    public void A_strategy_that_throws_is_named_with_the_first_scenario_whatever_the_number_of_threads()
    {
        var contender = new Contender(Kernels.Named("v6.1"), new ScriptedHandler((_, _) => throw new FormatException("no")));
        var messages = ((int[])[1, 2, 2, 2])
            .Select(jobs => Assert.Throws<InputException>(() => new MatrixRun([contender], jobs).Run(StandardMatrix.Build())).Message)
            .Distinct();
        Assert.Contains("FormatException in scenario 'dax.", Assert.Single(messages), StringComparison.Ordinal);
    }
}
