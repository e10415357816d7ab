using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>What a matrix does not tell apart, and what is missing in it.</summary>
public sealed class SpaceAdequacyTests
{
    private static readonly KernelProfile V61 = Kernels.Named("v6.1");

    [Fact]
    public void On_v6_1_the_standard_matrix_lacks_what_tells_a_fallback_of_private_writes_at_PMD_size_from_no_journal()
    {
        var adequacy = SpaceAdequacy.Of([V61], StandardMatrix.Build(), jobs: 1, static _ => { });
        var missing = Assert.Single(adequacy.Missing);
        var pair = Pair(adequacy, "write, private, PMD", "N", "FC");
        Assert.Equal((1.0, 0.0), (pair.Untold, pair.After));

        // The two shipped fixes answer so, and are the same in the whole matrix but for what they do at PUD size.
        Assert.NotEqual(Run(Simulation.V2, missing), Run(Simulation.Zwisler, missing));
        Assert.InRange(adequacy.Enough, 100, adequacy.Scenarios - 1_000);
    }

    [Fact]
    public void With_what_was_missing_in_it_nothing_is_missing_any_more_and_nothing_that_was_told_is_untold()
    {
        ImmutableArray<Scenario> small = [.. StandardMatrix.Build().Where(scenario => scenario.Id.StartsWith("dax.ro.private.load", StringComparison.Ordinal))];
        var before = SpaceAdequacy.Of([V61], small, jobs: 1, static _ => { });
        Assert.NotEmpty(before.Missing);
        var after = SpaceAdequacy.Of([V61], [.. small, .. before.Missing], jobs: 1, static _ => { });
        Assert.Empty(after.Missing);
        Assert.Equal(
            before.Pairs.Where(pair => pair.After > 0).Select(pair => (pair.Cell, pair.Left, pair.Right, pair.After)),
            after.Pairs.Select(pair => (pair.Cell, pair.Left, pair.Right, pair.Untold)));
    }

    [Fact]
    public void What_is_said_to_be_untold_everywhere_is_the_same_for_random_tables_and_what_is_told_everywhere_never_is()
    {
        ImmutableArray<Scenario> scenarios = [.. StandardMatrix.Build().Where((_, i) => i % 40 == 0)];
        var adequacy = SpaceAdequacy.Of([V61], scenarios, jobs: 1, static _ => { });
        var random = new Random(9);
        foreach (var cell in PredicateCell.All)
        {
            for (var round = 0; round < 6; round++)
            {
                var (left, right) = (random.Next(Branches.Length), random.Next(Branches.Length));
                var pair = adequacy.Pairs.FirstOrDefault(item => item.Cell == cell && item.Left.Equals(PredicateAnswer.All[Math.Min(left, right)]) && item.Right.Equals(PredicateAnswer.All[Math.Max(left, right)]));
                if (left == right || pair is { Untold: > 0 and < 1 })
                {
                    continue;
                }

                ImmutableArray<byte> table = [.. PredicateCell.All.Select(_ => (byte)random.Next(Branches.Length))];
                var index = PredicateCell.All.IndexOf(cell);
                var (one, other) = (new TablePredicate("one", table.SetItem(index, (byte)left)), new TablePredicate("other", table.SetItem(index, (byte)right)));
                Assert.Equal(pair is not null, scenarios.All(scenario => Run(one, scenario).Equals(Run(other, scenario))));
            }
        }
    }

    private static UntoldPair Pair(SpaceAdequacy adequacy, string cell, string left, string right)
        => adequacy.Pairs.Single(pair => pair.Cell.ToString() == cell && pair.Left.Letters == left && pair.Right.Letters == right);

    private static Outcome Run(FaultHandler strategy, Scenario scenario) => new ScenarioRunner(new Contender(V61, strategy)).Run(scenario);
}
