using Compare.Comparison;
using Compare.Engine;
using Compare.Recording;
using Compare.Scenarios;

namespace Compare.Tests;

public sealed class MachineResultsTests : IDisposable
{
    private const string Step = "step\t0\tok\tdax\tPTE:NOPAGE\t0\t0\t1\t0\t0\t0\n";

    private readonly TemporaryDirectory _directory = new();
    private readonly List<string> _rows = [];

    [Fact]
    public void A_scenario_counts_when_the_line_that_ends_it_is_whole()
    {
        var results = Reader();
        Write("kernel\t6.1.0\nbegin\t0\n" + Step + Step + "done\t");
        Assert.True(results.Read());
        Assert.Empty(_rows);
        Write("kernel\t6.1.0\nbegin\t0\n" + Step + Step + "done\t0\n");
        Assert.True(results.Read());
        Assert.Equal(["ok|ok dax|dax"], _rows);
        Assert.Equal(("6.1.0", 1, false), (results.Release, results.Done, results.IsInside));
        Assert.False(results.Read());
    }

    [Theory]
    [InlineData(StepResult.Oops, "ok|oops dax|-")]
    [InlineData(StepResult.Hang, "ok|hang dax|-")]
    public void A_scenario_that_the_machine_did_not_survive_ends_with_that(StepResult result, string row)
    {
        var results = Reader();
        Write("begin\t0\n" + Step);
        results.Read();
        Assert.True(results.IsInside);
        results.Break(result);
        Assert.Equal([row], _rows);
        Assert.False(results.IsInside);
    }

    [Theory]
    [InlineData("begin\t1\n")]
    [InlineData("done\t0\n")]
    [InlineData("begin\t0\nstep\t0\tfine\tdax\t\t0\t0\t0\t0\t0\t0\ndone\t0\n")]
    public void What_no_guest_writes_is_refused(string text)
    {
        Write(text);
        Assert.Throws<IOException>(() => Reader().Read());
    }

    public void Dispose() => _directory.Dispose();

    private MachineResults Reader() => new(
        _directory["results"],
        [ScenarioText.Parse("steps=load load")],
        (_, outcome) => _rows.Add($"{outcome.Text(Measure.Result)} {outcome.Text(Measure.Page)}"));

    private void Write(string text) => _directory.Write("results", text);
}
