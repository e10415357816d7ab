using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using CsCheck;

namespace Compare.Tests.Comparison.Explaining;

/// <summary>In how many scenarios a result changes is what a count over the rows gives, whatever the two strategies answer.</summary>
public sealed class ResultCountTests
{
    private static readonly Scenario[] Scenarios = [.. StandardMatrix.Build().Where((_, i) => i % 37 == 0)];

    private static readonly FaultHandler[] Known = [.. Shipped.All, Examples.Never, Examples.V2NoSplit, Examples.Named("lookup-journal")];

    [Fact]
    public void Of_all_pairs_of_shipped_and_example_strategies() => AssertCounted(Known);

    [Fact]
    public void Of_random_decision_tables_against_the_bug()
        => Cases.Check(Gen.Int[0, 5].Array[24], seed: 1, count: 200, answers => AssertCounted([Shipped.Named("original"), new Table(answers)]));

    private static void AssertCounted(FaultHandler[] strategies)
    {
        var set = new MatrixRun(Kernels.Observed.SelectMany(kernel => strategies.Select(strategy => new Contender(kernel, strategy))), 2).Run(Scenarios);
        foreach (var (left, right) in ContenderName.PairsOf(set.Contenders))
        {
            var rows = Enumerable.Range(0, Scenarios.Length)
                .Count(scenario => set[scenario, left]!.Text(Measure.Result) != set[scenario, right]!.Text(Measure.Result));
            Assert.All([0, 1 << (int)Measure.Result], looked => Assert.Equal(rows, new OutcomePair(set, left, right, looked).Classes.Sum(item => item.Results)));
        }
    }

    /// <summary>Answers by write, VM_SHARED, cow_page and size.</summary>
    private sealed class Table(int[] answers) : WritePredicate
    {
        public override string Name => "table";

        public override string Condition => "by a table";

        public override string Origin => "a test";

        public override WriteDecision Decide(in Fault fault)
        {
            var cell = ((fault.IsWrite ? 1 : 0) + (fault.IsShared ? 2 : 0) + (fault.HasCowPage ? 4 : 0)) * 3;
            return answers[cell + (int)fault.Level] switch
            {
                0 or 1 => WriteDecision.Journal,
                2 or 3 => WriteDecision.NoJournal,
                _ when fault.Level == FaultLevel.Pte => WriteDecision.NoJournal,
                var falls => WriteDecision.FallBack(split: falls == 4, count: true),
            };
        }
    }
}
