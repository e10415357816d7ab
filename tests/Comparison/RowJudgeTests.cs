using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>A row that was read is judged as the engine judges the run that wrote it.</summary>
public sealed class RowJudgeTests
{
    private static readonly uint Shown = new[] { "livelock", "handler-fails", "frozen-hang", "allowed-fails" }.Aggregate(0u, (bits, id) => bits | FindingRule.BitOf(id));

    [Fact]
    public void Every_row_of_the_standard_matrix_is_judged_as_its_run_was()
    {
        FaultHandler[] strategies = [.. Shipped.All, Examples.Never, Examples.V2NoSplit, Examples.Named("lookup-journal")];
        var scenarios = StandardMatrix.Build().Where(scenario => scenario.Setup.Mount == Mount.Dax).ToArray();
        var set = new MatrixRun(Kernels.Observed.SelectMany(kernel => strategies.Select(strategy => new Contender(kernel, strategy))), 2).Run(scenarios);
        for (var scenario = 0; scenario < scenarios.Length; scenario++)
        {
            for (var contender = 0; contender < set.Contenders.Length; contender++)
            {
                var outcome = set[scenario, contender]!;
                var read = new Outcome(outcome.Steps, RowJudge.Judge(scenarios[scenario], outcome.Steps));
                Assert.True((outcome.BrokenRules & Shown) == read.BrokenRules, $"{scenarios[scenario]}: {set.Contenders[contender]}: {outcome.Text(Measure.Result)}");
            }
        }
    }

    [Theory]
    [InlineData("ok", "")]
    [InlineData("EIO", "allowed-fails")]
    [InlineData("blocked", "frozen-hang")]
    [InlineData("livelock", "livelock")]
    [InlineData("hang", "handler-fails allowed-fails")]
    public void What_is_not_ok_is_wrong_where_no_scenario_says_what_was_allowed(string result, string rules)
    {
        _ = Axes.Results.TryParse(result, out var parsed);
        var judged = RowJudge.Judge(null, [new StepOutcome(parsed, default, default, 0, 0, 0, 0, 0, 0)]);
        Assert.Equal([rules.Split(' ').Aggregate(0u, (bits, id) => bits | FindingRule.BitOf(id))], judged);
    }
}
