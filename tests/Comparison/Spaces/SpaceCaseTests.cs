using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>What is said of all predicates, over the standard matrix on the observed kernels.</summary>
public sealed class SpaceCaseTests(SpaceCaseTests.Standard standard) : IClassFixture<SpaceCaseTests.Standard>
{
    private SpaceCase Space => standard.Space;

    [Fact]
    public void A_handler_is_asked_twelve_of_the_inputs_on_each_kernel()
        => Assert.All(Space.Kernels, kernel => Assert.Equal(12, kernel.Cells.Length));

    [Fact]
    public void The_safe_tables_of_a_kernel_are_those_whose_answers_are_safe_and_in_no_conflict()
    {
        foreach (var kernel in Space.Kernels)
        {
            Assert.False(kernel.HasLargerConflicts);
            var alone = kernel.Cells.Aggregate(1L, (tables, cell) => tables * cell.Answers.Where(same => same.IsSafe).Sum(same => same.Answers.Length));
            Assert.Equal(kernel.Conflicts.IsEmpty, alone == kernel.Safe);
            Assert.InRange(kernel.Safe, 1, alone);
            Assert.InRange(kernel.SafeGroups, 1, kernel.Safe);
        }
    }

    [Fact]
    public void Each_answer_that_is_said_to_break_a_rule_breaks_it_in_the_scenario_named_whatever_the_rest()
    {
        var random = new Random(3);
        foreach (var kernel in Space.Kernels)
        {
            foreach (var cell in kernel.Cells)
            {
                foreach (var same in cell.Answers.Where(same => same.Breaks is not null))
                {
                    for (var i = 0; i < 20; i++)
                    {
                        var table = Any(random);
                        table[PredicateCell.All.IndexOf(cell.Cell)] = (byte)PredicateAnswer.All.IndexOf(same.Answers[random.Next(same.Answers.Length)]);
                        var outcome = Run(kernel.Kernel, table, same.Witness!);
                        Assert.NotEqual(0u, outcome.BrokenRules >> FindingRule.OfSteps.IndexOf(same.Breaks!) & 1);
                    }
                }
            }
        }
    }

    [Fact]
    public void On_v4_13_a_fallback_of_a_write_over_a_huge_page_without_a_split_conflicts_with_reads_that_map_one()
    {
        var conflicts = Space.Kernels.Single(kernel => kernel.Kernel == "v4.13").Conflicts;
        Assert.Equal(4, conflicts.Length);
        Assert.All(conflicts, conflict =>
        {
            Assert.Equal("N", conflict.LeftAnswer.Letters);
            Assert.DoesNotContain('S', conflict.RightAnswer.Letters);
            Assert.Equal("livelock", conflict.Breaks!.Id);
        });
        Assert.All(Space.Kernels.Where(kernel => kernel.Kernel != "v4.13"), kernel => Assert.Empty(kernel.Conflicts));
    }

    [Fact]
    public void The_front_is_zwisler_and_zwisler_without_the_journal_at_PUD_size_on_each_kernel_and_on_all()
    {
        Assert.Equal(Space.Kernels.Length + 1, Space.Fronts.Length);
        Assert.All(Space.Fronts, front =>
        {
            Assert.True(front.IsWhole);
            Assert.Equal(
                ["return fault.IsWrite && fault.IsShared;", "return fault.IsWrite && fault.IsShared && fault.Level != FaultLevel.Pud;"],
                front.Points.SelectMany(point => point.Program.InCSharp));
        });
    }

    [Fact]
    public void No_safe_table_tried_is_cheaper_than_the_last_point_where_it_maps_as_much()
    {
        var random = new Random(4);
        var last = Space.Fronts[^1].Points[^1];
        var (tried, cheaper) = (0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            var table = Safe(random);
            var calls = AccessPattern.All.SelectMany(pattern => Space.Kernels.Select(kernel => Run(kernel.Kernel, table, pattern.Scenario).Steps[^1])).ToArray();
            var best = AccessPattern.All.SelectMany(pattern => Space.Kernels.Select(kernel => Run(kernel.Kernel, [.. last.Program.Table], pattern.Scenario).Steps[^1])).ToArray();
            if (!calls.Zip(best, (one, other) => !IsHuge(other) || IsHuge(one)).All(keeps => keeps))
            {
                continue;
            }

            tried++;
            cheaper += calls.Zip(best, (one, other) => one.JournalStarts + one.LookupStarts < other.JournalStarts + other.LookupStarts).Any(less => less) ? 1 : 0;
        }

        Assert.InRange(tried, 10, 3_000);
        Assert.Equal(0, cheaper);

        static bool IsHuge(StepOutcome step) => step.Calls.Span.ToArray().Any(call => call is { Level: not FaultLevel.Pte, Result: VmFault.NoPage });
    }

    [Theory]
    [InlineData("original", false, null)]
    [InlineData("v2", true, 1)]
    [InlineData("zwisler", true, 0)]
    public void The_shipped_strategies_stand_where_they_should(string name, bool isSafe, int? point)
    {
        foreach (var (front, places) in Space.Fronts.Zip(Space.Places))
        {
            var place = places.Single(item => item.Strategy == name);
            Assert.True(place.IsPredicate);
            Assert.Equal(isSafe, place.Breaks.IsEmpty);
            Assert.Equal(point is { } number ? front.Points[number] : null, place.Nearest);
        }
    }

    private static byte[] Any(Random random) => [.. PredicateCell.All.Select(_ => (byte)random.Next(Branches.Length))];

    /// <summary>A table whose answers are safe on every kernel, each alone.</summary>
    private byte[] Safe(Random random) =>
    [
        .. PredicateCell.All.Select(cell =>
        {
            var safe = Enumerable.Range(0, Branches.Length)
                .Where(answer => Space.Kernels.All(kernel => kernel.Cells.FirstOrDefault(item => item.Cell == cell)?.Answers.Any(same => same.IsSafe && same.Answers.Contains(PredicateAnswer.All[answer])) != false))
                .ToArray();
            return (byte)safe[random.Next(safe.Length)];
        }),
    ];

    private static Outcome Run(string kernel, byte[] table, Scenario scenario)
        => new ScenarioRunner(new Contender(Kernels.Named(kernel), new TablePredicate("table", [.. table]))).Run(scenario);

    /// <summary>The space, made once.</summary>
    public sealed class Standard
    {
        /// <summary>Over the standard matrix, on the observed kernels, with the shipped strategies.</summary>
        public SpaceCase Space { get; } = SpaceCase.Of(Kernels.Observed, [.. Shipped.All], StandardMatrix.Build(), jobs: 2, static _ => { });
    }
}
