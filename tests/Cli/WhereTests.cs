using Compare.Engine;

namespace Compare.Tests.Cli;

/// <summary>The filter of a command line.</summary>
public sealed class WhereTests
{
    [Fact]
    public void Only_scenarios_for_which_the_condition_holds_are_run()
    {
        using var directory = new TemporaryDirectory();
        var result = CommandLine.Run("run", "--where", "fs = ro and access in writes and mount = dax", "--kernel", "v4.13", "--out", directory["o"]);
        Assert.Equal(0, result.ExitCode);
        var rows = File.ReadAllLines(Path.Combine(directory["o"], "outcomes.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal("ro", row[4]));
        Assert.All(rows, row => Assert.Contains(row[10].Split(' ')[^1].Split('@')[0], (string[])["store", "force", "copyin"]));
    }

    [Fact]
    public void A_condition_on_kernel_and_strategy_leaves_out_single_outcomes()
    {
        using var directory = new TemporaryDirectory();
        var result = CommandLine.Run(
            "run", "--where", "id = dax.ro.private.store and (kernel = v6.1 or strategy = v2)", "--out", directory["o"]);
        Assert.Equal(0, result.ExitCode);
        var rows = File.ReadAllLines(Path.Combine(directory["o"], "outcomes.csv")).Skip(1).Select(line => line.Split(',')[1..3]);
        Assert.Equal(["v4.13 v2", "v6.1 original", "v6.1 v2", "v6.1 zwisler", "v6.12 v2"], rows.Select(row => string.Join(' ', row)));
    }

    [Theory]
    [InlineData("explain v2 zwisler --format csv", "kernel = v6.1", "--kernel v6.1", null)]
    [InlineData("explain v2 zwisler --format csv", "kernel != v4.13 and fs = frozen", "--kernel v6.1 --kernel v6.12", "fs = frozen")]
    [InlineData("explain v4.13 v6.1 --format csv", "strategy = v2", "--strategy v2", null)]
    [InlineData("explain --all --format csv", "strategy in (v2, zwisler) and fs = ro", "--strategy v2 --strategy zwisler", "fs = ro")]
    [InlineData("verify", "kernel = v4.13 and strategy != v2 and fs = ro", "--kernel v4.13 --strategy original --strategy zwisler", "fs = ro")]
    [InlineData("report", "kernel = v6.1 and strategy != zwisler", "--kernel v6.1 --strategy original --strategy v2", null)]
    public void A_condition_on_kernel_and_strategy_chooses_contenders_in_every_command(string line, string where, string options, string? rest)
    {
        using var directory = new TemporaryDirectory();
        string[] output = line == "report" ? ["--out", directory["out"]] : [];
        var filtered = CommandLine.Run([.. line.Split(' '), .. output, "--where", where]);
        string[] others = rest is null ? [] : ["--where", rest];
        var chosen = CommandLine.Run([.. line.Split(' '), .. output, .. options.Split(' '), .. others]);
        Assert.Equal((chosen.ExitCode, ""), (filtered.ExitCode, filtered.Error));
        Assert.Equal(Results(chosen.Output), Results(filtered.Output));

        // What names the filter or the options differs; every other line is the same.
        static IEnumerable<string> Results(string text)
            => text.Split('\n').Where(line => !line.Contains(" matrix", StringComparison.Ordinal) && !line.Contains("compare ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_condition_that_matches_nothing_is_an_error_and_leaves_no_file()
    {
        using var directory = new TemporaryDirectory();
        var result = CommandLine.Run("run", "--where", "fs = ro and mapping = shared", "--out", directory["o"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("found nothing for which 'fs = ro and mapping = shared' holds", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(directory["o"], "outcomes.csv")));
    }

    [Fact]
    public void A_wrong_condition_is_shown_with_a_caret_and_the_near_name()
    {
        var result = CommandLine.Run("run", "--where", "fss = ro");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean 'fs'?", result.Error, StringComparison.Ordinal);
        Assert.Contains("\n  fss = ro\n  ^", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Observations_can_be_filtered()
    {
        var result = CommandLine.Run(["check", "--where", "fs = frozen and mount = dax", .. RepositoryRoot.Observations]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(FormattableString.Invariant($"\n{Filtered():N0} rows and "), result.Output, StringComparison.Ordinal);

        static int Filtered()
            => ObservedRows.All.Count(row => row.Scenario.Setup is { FileSystem: FileSystemState.Frozen, Mount: Mount.Dax });
    }

    [Fact]
    public void Words_are_listed()
    {
        var result = CommandLine.Run("list", "words");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("| writes", result.Output, StringComparison.Ordinal);
        Assert.Contains("prior, kernel, strategy.", result.Output, StringComparison.Ordinal);
    }
}
