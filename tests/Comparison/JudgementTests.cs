using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>Who is right is one judgement: run, explain and whoever counts the broken rules say the same.</summary>
public sealed class JudgementTests
{
    private static readonly Scenario[] Scenarios = [.. StandardMatrix.Build().Where((_, i) => i % 7 == 0)];

    private static readonly OutcomeSet Set = new MatrixRun(
        Kernels.Observed.SelectMany(kernel => ((FaultHandler[])[.. Shipped.All, Examples.Never, Examples.V2NoSplit, Examples.Named("lookup-journal")])
            .Select(strategy => new Contender(kernel, strategy))),
        2).Run(Scenarios);

    [Fact]
    public void Fixed_and_broken_are_what_a_count_of_broken_rules_gives_in_run_and_explain()
    {
        var summary = MatrixSummary.Of(Set);
        Assert.All(summary.Pairs, pair =>
        {
            var (fixedByRules, brokenByRules) = (0, 0);
            var classes = new OutcomePair(Set, pair.Left, pair.Right, 0).Classes;
            for (var scenario = 0; scenario < Scenarios.Length; scenario++)
            {
                var (left, right) = (Broken(scenario, pair.Left), Broken(scenario, pair.Right));
                fixedByRules += left.Except(right).Any() && !right.Except(left).Any() ? 1 : 0;
                brokenByRules += right.Except(left).Any() && !left.Except(right).Any() ? 1 : 0;
            }

            Assert.Equal((fixedByRules, brokenByRules), ((int)pair[DifferenceKind.Fixed], (int)pair[DifferenceKind.Broken]));
            Assert.Equal(
                (fixedByRules, brokenByRules),
                (Count(classes, DifferenceKind.Fixed), Count(classes, DifferenceKind.Broken)));
        });
    }

    [Fact]
    public void A_store_that_waits_for_the_thaw_is_right_and_one_that_is_let_in_is_wrong()
    {
        var frozen = Scenarios.Where(scenario => scenario.Setup.FileSystem == FileSystemState.Frozen).ToArray();
        var set = new MatrixRun([new(KernelProfiles.V413, Examples.Never), new(KernelProfiles.V413, Simulation.Zwisler)], 1).Run(frozen);
        var pair = Assert.Single(MatrixSummary.Of(set).Pairs);
        Assert.True(pair[DifferenceKind.Fixed] > 0);
        Assert.Equal(0, pair[DifferenceKind.Broken]);
    }

    private static int Count(IEnumerable<(OutcomeChange Change, bool[] IsIn, int Results)> classes, DifferenceKind direction)
        => classes.Where(item => item.Change.Direction == direction).Sum(item => item.IsIn.Count(isIn => isIn));

    /// <summary>The rules of right and wrong that an outcome breaks, told by its steps.</summary>
    private static HashSet<string> Broken(int scenario, int contender) =>
    [
        .. FindingRule.OfSteps
            .Where((rule, i) => rule.Severity <= DifferenceSeverity.NewFailure && Set[scenario, contender]!.BrokenBy(i).Steps > 0)
            .Select(rule => rule.Id),
    ];
}
