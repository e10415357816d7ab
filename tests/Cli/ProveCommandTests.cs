namespace Compare.Tests.Cli;

public sealed class ProveCommandTests : IDisposable
{
    private static readonly string[] Small = ["--kernel", "v6.1", "--where", "fs in (rw, frozen) and geometry = aligned and thp = huge", "--step", "load", "--step", "store", "--step", "fsync", "--step", "fork"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_difference_is_printed_as_it_should_be()
    {
        var run = CommandLine.Run(["prove", "v2", "zwisler", .. Small]);
        Assert.Equal(1, run.ExitCode);
        Golden.Check("prove-differs.txt", run.Output);
    }

    [Fact]
    public void A_proof_is_printed_as_it_should_be() => Golden.Check("prove-equal.txt", CommandLine.Done(["prove", "v2", "zwisler", "--hide", "page", .. Small]));

    [Fact]
    public void What_reached_its_limits_is_neither()
    {
        var run = CommandLine.Run(["prove", "v2", "zwisler", "--depth", "2", .. Small]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("No difference found: 0 of 10 groups proved, the others equal in every sequence of up to 2 steps.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_that_is_found_is_one_when_it_is_run()
    {
        var output = CommandLine.Run(["prove", "v2", "zwisler", .. Small]).Output;
        var line = output.Split('\n').Single(text => text.StartsWith("rerun compare run ", StringComparison.Ordinal));
        var rerun = line["rerun compare ".Length..].Split('"', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("absent", CommandLine.Done([.. rerun[0].TrimEnd().Split(' '), rerun[1]]), StringComparison.Ordinal);
    }

    [Fact]
    public void All_groups_are_searched_on_request_and_the_table_has_a_row_for_each()
    {
        var run = CommandLine.Run(["prove", "v2", "zwisler", "--all", "--format", "csv", .. Small]);
        var rows = run.Output.TrimEnd('\n').Split('\n').Select(row => row.Split(',')).ToArray();
        Assert.Equal("left_kernel,left_strategy,right_kernel,right_strategy,mount,fs,mapping,geometry,thp,status,depth,worlds,pairs,witness".Split(','), rows[0]);
        Assert.Equal(1 + 10, rows.Length);
        Assert.All(rows.Skip(1), row => Assert.Equal(row[6] == "private" ? "differ" : "proved", row[9]));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_kernel_behind_each_side_compares_kernels()
    {
        var run = CommandLine.Run("prove", "zwisler@v6.1", "zwisler@v6.12", "--where", "mount = dax and fs = rw", "--observe", "handler");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("zwisler on v6.1 and zwisler on v6.12: every sequence of steps where mount = dax and fs = rw", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not equal: a sequence of 1 step tells them apart.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_ones_own_is_a_side()
    {
        var file = _directory.Write("mine.c", CSources.Zwisler);
        Assert.Contains("Equal: no sequence", CommandLine.Done(["prove", "zwisler", file, .. Small]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prove v2", "prove: found 'v2' alone, expected LEFT RIGHT")]
    [InlineData("prove v2 v2", "prove: found 'v2' twice, expected two different sides")]
    [InlineData("prove v2@v6.1 zwisler", "prove: found a kernel for one side, or both @KERNEL and --kernel; expected @KERNEL behind both sides, or --kernel, or neither")]
    [InlineData("prove v2 zwisle", "unknown strategy 'zwisle', expected one of")]
    [InlineData("prove v2 zwisler --hide result", "--hide: found 'result', expected another measure")]
    [InlineData("prove v2 zwisler --hide pgae", "--hide: unknown measure 'pgae', expected one of")]
    [InlineData("prove v2 zwisler --observe jornal", "--observe: unknown measure 'jornal'")]
    [InlineData("prove v2 zwisler --step lod", "--step: unknown kind of step 'lod', expected one of load")]
    [InlineData("prove v2 zwisler --depth 0", "--depth: found '0', expected a number of steps, from 1")]
    [InlineData("prove v2 zwisler --memory much", "--memory: found 'much', expected a size, as in 512M or 4G")]
    public void Bad_input_is_refused(string line, string reason)
        => Assert.StartsWith(reason, CommandLine.Refused(line.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public void A_condition_on_steps_is_refused()
    {
        var run = CommandLine.Run("prove", "v2", "zwisler", "--where", "access = load");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("unknown column 'access', expected one of mount, fs, mapping, geometry, extent, size, thp", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_condition_that_nothing_meets_is_refused()
        => Assert.Contains("expected at least one", CommandLine.Refused("prove", "v2", "zwisler", "--where", "fs = ro and mapping = shared"), StringComparison.Ordinal);
}
