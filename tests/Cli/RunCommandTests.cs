using System.Globalization;
using System.IO.Compression;
using System.Text;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Cli;

public sealed class RunCommandTests(StandardRun standard) : IClassFixture<StandardRun>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_standard_matrix_gives_a_row_for_each_scenario_observed_kernel_and_strategy()
    {
        var rows = OutcomeRow.Of(OutcomeTable.Read(standard.Path));
        var (scenarios, outcomes) = (StandardMatrix.Count, 9 * StandardMatrix.Count);
        Assert.Equal(outcomes, rows.Length);
        Assert.Equal(scenarios, rows.Select(row => row.Scenario.Id).Distinct().Count());
        Assert.Equal(
            from kernel in (string[])["v4.13", "v6.1", "v6.12"] from strategy in (string[])["original", "v2", "zwisler"] select $"{kernel} {strategy}",
            rows.Select(row => $"{row.Kernel} {row.Strategy}").Distinct());
        Assert.EndsWith(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nWrote {outcomes:N0} outcomes of {scenarios:N0} scenarios to {standard.Path},\n"
                + $"and 6,249 differences between strategies to {Path.Combine(standard.Directory, "differences.csv")}.\n"),
            standard.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("5")]
    public void The_number_of_jobs_changes_no_byte(string jobs)
    {
        var output = CommandLine.Done("run", "--matrix", "standard", "--jobs", jobs, "--out", _directory["out"]);
        Assert.True(standard.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["out/outcomes.csv"])), "other bytes");
        Assert.Equal(standard.Output, output.Replace(_directory["out"], standard.Directory, StringComparison.Ordinal));
        Assert.Equal(["out"], _directory.Names);
    }

    [Fact]
    public void The_culture_changes_no_byte()
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "\u2212";
        german.TextInfo.ListSeparator = ";";
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal("1.234,5", $"{1234.5:N1}");
            var output = CommandLine.Done("run", "--jobs", "1", "--out", _directory["out"]);
            Assert.Equal(standard.Output, output.Replace(_directory["out"], standard.Directory, StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.True(standard.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(_directory["out/outcomes.csv"])), "other bytes");
    }

    [Fact]
    public void Only_the_kernels_and_strategies_that_are_named_run()
    {
        Assert.Equal(["v6.1 v2"], Contenders("--kernel", "v6.1", "--strategy", "v2"));
        Assert.Equal(["v4.13 zwisler", "v6.1 zwisler", "v6.12 zwisler"], Contenders("--strategy", "zwisler"));
        Assert.Equal(["v4.13 original", "v4.13 v2", "v4.13 zwisler"], Contenders("--kernel", "v4.13"));
    }

    [Fact]
    public void All_kernels_are_the_observed_ones()
    {
        Assert.Equal(["v4.13 v2", "v6.1 v2", "v6.12 v2"], Contenders("--kernel", "all", "--strategy", "v2"));
        Assert.Equal(
            ["v4.13 v2", "v4.13+forced-cow v2", "v6.1 v2", "v6.12 v2"],
            Contenders("--kernel", "v4.13+forced-cow", "--kernel", "all", "--strategy", "v2"));
    }

    [Fact]
    public void Order_and_repetition_of_names_change_nothing()
    {
        var matrix = Matrix();
        var plain = CommandLine.Done("run", "--matrix", matrix, "--out", _directory["a"]);
        var other = CommandLine.Done(
            "run", "--strategy", "original", "--kernel", "v6.1", "--strategy", "zwisler", "--out", _directory["b"], "--strategy", "v2",
            "--kernel", "v6.12", "--kernel", "v4.13", "--kernel", "v6.1", "--matrix", matrix, "--strategy", "zwisler");
        Assert.Equal(plain.Replace(_directory["a"], _directory["b"], StringComparison.Ordinal), other);
        Assert.Equal(File.ReadAllText(_directory["a/outcomes.csv"]), File.ReadAllText(_directory["b/outcomes.csv"]));
    }

    [Fact]
    public void A_kernel_that_was_never_observed_is_marked_wherever_it_is_named()
    {
        foreach (var arguments in (string[][])[["--matrix", Matrix(), "--out", _directory["out"]], ["--scenario", "steps=store"]])
        {
            var output = CommandLine.Done(["run", "--kernel", "v4.13+forced-cow", .. arguments]);
            Assert.Contains("v4.13+forced-cow (never observed)", output, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"v4\.13\+forced-cow(?! \(never observed\))", output);
        }

        Assert.DoesNotContain("never observed", standard.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_scenarios_runs_in_order_of_the_ids()
    {
        var text = Csv.ScenarioHeader + Csv.ScenarioRow.Replace("a,", "z,", StringComparison.Ordinal) + Csv.ScenarioRow;
        CommandLine.Done("run", "--matrix", _directory.Write("m.csv", text), "--out", _directory["out"]);
        Assert.Equal(
            Enumerable.Repeat("a", 9).Concat(Enumerable.Repeat("z", 9)),
            OutcomeRow.Of(OutcomeTable.Read(_directory["out/outcomes.csv"])).Select(row => row.Scenario.Id));
    }

    [Fact]
    public void A_compressed_table_of_scenarios_is_one()
    {
        using (var gzip = new GZipStream(File.Create(_directory["m.csv.gz"]), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Csv.ScenarioHeader + Csv.ScenarioRow));
        }

        CommandLine.Done("run", "--matrix", _directory["m.csv.gz"], "--out", _directory["packed"]);
        CommandLine.Done("run", "--matrix", Matrix(), "--out", _directory["plain"]);
        Assert.Equal(File.ReadAllText(_directory["plain/outcomes.csv"]), File.ReadAllText(_directory["packed/outcomes.csv"]));
    }

    [Fact]
    public void A_column_that_is_not_used_is_said_and_does_no_harm()
    {
        var matrix = _directory.Write("m.csv", "note," + Csv.ScenarioHeader + "x," + Csv.ScenarioRow);
        var done = CommandLine.Run("run", "--matrix", matrix, "--out", _directory["out"]);
        Assert.Equal(0, done.ExitCode);
        Assert.Equal($"compare: note: {matrix}: not used: column note\n", done.Error);
    }

    [Fact]
    public void One_scenario_is_shown_and_written_only_where_asked()
    {
        var shown = CommandLine.Done("run", "--scenario", "fs=ro steps=store");
        var written = CommandLine.Done("run", "--scenario", "fs=ro steps=store", "--out", _directory["out"]);
        Assert.Equal($"{shown}\nWrote 9 outcomes of 1 scenario to {_directory["out/outcomes.csv"]}.\n", written);
        Assert.Equal(9, OutcomeRow.Of(OutcomeTable.Read(_directory["out/outcomes.csv"])).Length);
    }

    [Fact]
    public void What_was_written_before_is_replaced()
    {
        Directory.CreateDirectory(_directory["out"]);
        _directory.Write("out/outcomes.csv", "old");
        CommandLine.Done("run", "--matrix", Matrix(), "--out", _directory["out"]);
        Assert.StartsWith(Csv.OutcomeHeader, File.ReadAllText(_directory["out/outcomes.csv"]), StringComparison.Ordinal);
        Assert.Equal(
            [_directory["out/differences.csv"], _directory["out/outcomes.csv"], _directory["out/run.json"]],
            Directory.GetFileSystemEntries(_directory["out"]).Order(StringComparer.Ordinal));
    }

    private string Matrix() => _directory.Write("m.csv", Csv.ScenarioHeader + Csv.ScenarioRow);

    private IEnumerable<string> Contenders(params string[] arguments)
    {
        CommandLine.Done(["run", "--matrix", Matrix(), "--out", _directory["out"], .. arguments]);
        return OutcomeRow.Of(OutcomeTable.Read(_directory["out/outcomes.csv"])).Select(row => $"{row.Kernel} {row.Strategy}");
    }
}
