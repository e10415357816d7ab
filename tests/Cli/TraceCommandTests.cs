namespace Compare.Tests.Cli;

public sealed class TraceCommandTests : IDisposable
{
    private const string Bug = "fs=ro mapping=private steps=copyin";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void One_strategy_is_printed_as_it_should_be()
        => Golden.Check("trace-one.txt", CommandLine.Done("trace", Bug, "--kernel", "v4.13", "--strategy", "zwisler"));

    [Fact]
    public void Two_strategies_are_printed_as_they_should_be()
        => Golden.Check("trace-two.txt", CommandLine.Done("trace", Bug, "--kernel", "v4.13", "--strategy", "original", "--strategy", "zwisler"));

    [Fact]
    public void The_counterfactual_is_printed_as_it_should_be()
        => Golden.Check("trace-flip.txt", CommandLine.Done("trace", Bug, "--kernel", "v4.13", "--strategy", "original", "--flip"));

    [Fact]
    public void Without_names_the_first_strategy_is_compared_with_the_last_on_the_oldest_kernel()
        => Golden.Check("trace-two.txt", CommandLine.Done("trace", Bug));

    [Fact]
    public void A_scenario_needs_no_quotes()
        => Golden.Check("trace-two.txt", CommandLine.Done("trace", "fs=ro", "mapping=private", "steps=copyin"));

    [Fact]
    public void Two_kernels_are_compared_with_one_strategy()
    {
        var output = CommandLine.Done("trace", "mapping=shared steps=store", "--kernel", "v4.13", "--kernel", "v6.1");
        Assert.Contains("\nv4.13 zwisler", output, StringComparison.Ordinal);
        Assert.Contains("| v6.1 zwisler\n", output, StringComparison.Ordinal);
        string[] named = ["trace", "mapping=shared steps=store", "--kernel", "v4.13", "--kernel", "v6.1", "--strategy", "zwisler"];
        Assert.Equal(output, CommandLine.Done(named));
    }

    [Theory]
    [InlineData("dax.ro.private.copyin")]
    [InlineData("dax.aborted.shared.store+after-load+hole+partial+nohuge")]
    public void An_id_is_found_in_the_standard_matrix_and_then_in_the_full_product(string id)
    {
        var output = CommandLine.Done("trace", id, "--kernel", "v6.1", "--strategy", "v2");
        Assert.StartsWith($"v6.1 v2\n{id}: mount=dax ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_found_in_a_table_of_scenarios()
    {
        var table = _directory.Write("m.csv", Csv.ScenarioHeader + Csv.ScenarioRow.Replace("a,", "x=1,", StringComparison.Ordinal));
        var output = CommandLine.Done("trace", "x=1", "--matrix", table, "--strategy", "v2");
        Assert.StartsWith("v4.13 v2\nx=1: mount=", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_equal_pair_is_said_to_be_one_and_shown_once()
    {
        var output = CommandLine.Done("trace", "mapping=shared steps=store", "--strategy", "original", "--strategy", "zwisler");
        Assert.StartsWith("v4.13 original | v4.13 zwisler\n", output, StringComparison.Ordinal);
        Assert.Contains("\nNo divergence: both do the same.\n", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n'), line => line.StartsWith("step 1 of 1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_divergence_is_marked_once_and_before_it_both_sides_are_the_same()
    {
        var lines = CommandLine.Done("trace", "dax.rw.private.store+after-load", "--strategy", "v2", "--strategy", "zwisler").Split('\n');
        var mark = Array.FindIndex(lines, line => line.Contains(" first divergence ", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("first divergence", StringComparison.Ordinal));
        foreach (var line in lines[4..mark])
        {
            Assert.Equal(line[..59].Trim(), line[61..].Trim());
        }

        Assert.Contains(" | ", lines[mark + 1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("equal lines …", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dax.rw.shraed.store+after-store", "; did you mean 'dax.rw.shared.store+after-store'?")]
    [InlineData("dax.full.shraed.store+after-store+hole", "; did you mean 'dax.full.shared.store+after-store+hole'?")]
    [InlineData("nothing", "unknown scenario 'nothing', expected an id of standard or cross, or column=value pairs")]
    [InlineData("fs=rr steps=load", "SCENARIO: fs: found 'rr', expected one of rw, ")]
    [InlineData("fs=rw", "SCENARIO: found no 'steps=', expected at least one step")]
    public void A_scenario_that_does_not_exist_is_refused(string scenario, string reason)
        => Assert.Contains(reason, CommandLine.Refused("trace", scenario), StringComparison.Ordinal);

    [Theory]
    [InlineData("trace", "trace: found nothing, expected SCENARIO")]
    [InlineData("trace steps=load --kernel v4.1", "unknown kernel 'v4.1', expected one of ")]
    [InlineData("trace steps=load --strategy ziwsler", "unknown strategy 'ziwsler', expected one of ")]
    [InlineData("trace steps=load --matrix standart", "unknown matrix 'standart', expected ")]
    [InlineData("trace steps=load --flop", "unknown option '--flop'; did you mean '--flip'?")]
    [InlineData("trace steps=load --strategy v2 --strategy zwisler --strategy original", "found kernels v4.13 and strategies v2, zwisler, original")]
    [InlineData("trace steps=load --kernel all --strategy v2 --strategy zwisler", "found kernels v4.13, v6.1, v6.12 and strategies v2, zwisler, expected two")]
    public void What_cannot_be_traced_is_refused(string line, string reason)
        => Assert.StartsWith(reason, CommandLine.Refused(line.Split(' ')), StringComparison.Ordinal);
}
