using Compare.Comparison;
using Compare.Engine;
using Compare.Reports;
using Compare.Scenarios;

namespace Compare.Tests.Reports;

public sealed class RunReportTests
{
    [Theory]
    [InlineData(null, "SIGBUS blocked livelock", "0 0 0")]
    [InlineData(HandlerFailure.Oops, "SIGBUS blocked livelock oops", "0 0 0 1")]
    [InlineData(HandlerFailure.Hang, "SIGBUS blocked livelock hang", "0 0 0 1")]
    public void Oopses_and_hangs_have_a_column_where_one_occurs(HandlerFailure? failure, string headers, string counts)
    {
        var strategy = failure is { } how ? new FailingHandler(how) : Simulation.Zwisler;
        var run = new MatrixRun(Contender.Product([KernelProfiles.V61], [Simulation.V2, strategy]), 1).Run([ScenarioText.Parse("steps=load")]);
        var table = RunReport.Of(MatrixSummary.Of(run)).Blocks.OfType<Table>().Single(table => table.Headers.Contains("SIGBUS"));
        Assert.Equal(["kernel", "strategy", .. headers.Split(' '), "journal starts", "lookup starts"], table.Headers);
        var row = table.Rows.Single(row => row[1].Text == strategy.Name);
        Assert.Equal([.. counts.Split(' '), "0", "0"], row.Skip(2).Select(cell => cell.Text));
    }
}
