namespace Compare.Tests.Cli;

/// <summary>The table of differences, and tables on standard output.</summary>
public sealed class DifferencesTests
{
    [Fact]
    public void Every_scenario_in_which_strategies_differ_has_one_row_for_each_kernel()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal(0, CommandLine.Run("run", "--where", "fs = ro and mapping = private", "--out", directory["o"]).ExitCode);
        var outcomes = Rows(Path.Combine(directory["o"], "outcomes.csv"));
        var differing = outcomes
            .GroupBy(row => (row[0], row[1]))
            .Where(group => group.Select(row => string.Join(',', row[11..])).Distinct().Count() > 1)
            .Select(group => group.Key);
        var differences = Rows(Path.Combine(directory["o"], "differences.csv"));
        Assert.NotEmpty(differences);
        Assert.Equal(differing, differences.Select(row => (row[0], row[1])));
    }

    [Fact]
    public void A_row_tells_kind_and_direction_and_the_value_of_each_strategy()
    {
        var result = CommandLine.Run(
            "run", "--where", "id = dax.ro.private.copyin", "--kernel", "v4.13", "--only-differences", "--out", "-");
        var lines = result.Output.Split('\n');
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("id,kernel,mount,fs,mapping,geometry,extent,size,thp,steps,kind,direction,observed,result.original,result.v2,result.zwisler,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("dax.ro.private.copyin,v4.13,dax,ro,private,aligned,written,full,huge,copyin,result,fixed,yes,EFAULT,ok,ok,", lines[1], StringComparison.Ordinal);
        Assert.Equal("", lines[2]);
    }

    [Fact]
    public void The_outcome_table_on_standard_output_is_the_one_in_the_file()
    {
        using var directory = new TemporaryDirectory();
        string[] words = ["run", "--where", "mount = dax and fs = frozen", "--out"];
        Assert.Equal(0, CommandLine.Run([.. words, directory["o"]]).ExitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(directory["o"], "outcomes.csv")), CommandLine.Run([.. words, "-"]).Output);
    }

    [Fact]
    public void Differences_are_printed_worst_first()
    {
        using var directory = new TemporaryDirectory();
        var result = CommandLine.Run(
            "run", "--strategy", "original", "--strategy", "zwisler", "--kernel", "v6.1", "--only-differences", "--out", directory["o"]);
        var kinds = result.Output.Split('\n')
            .Where(line => line.StartsWith("| v6.1", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[3], cells[4]) switch
            {
                ("result", "broken") => 0,
                ("result", "other") => 1,
                ("result", "fixed") => 2,
                ("page", _) => 3,
                ("journal", _) => 4,
                _ => 5,
            })
            .ToArray();
        Assert.NotEmpty(kinds);
        Assert.Equal(kinds.Order(), kinds);
    }

    [Fact]
    public void The_cross_matrix_can_be_named_and_filtered()
    {
        using var directory = new TemporaryDirectory();
        var result = CommandLine.Run(
            "run", "--matrix", "cross", "--where", "mount = dax and fs = rw and mapping = shared", "--kernel", "v6.1", "--out", directory["o"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2_880 * 3, Rows(Path.Combine(directory["o"], "outcomes.csv")).Count);
    }

    private static List<string[]> Rows(string path) => [.. File.ReadAllLines(path).Skip(1).Select(line => line.Split(','))];
}
