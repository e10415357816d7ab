using Compare.Comparison;

namespace Compare.Tests.Cli.Regression;

/// <summary>An edit to a predicate, and a run beside the outcomes that were accepted before it.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Part = "mount = dax and fs in (rw, ro) and prior = none and geometry = aligned and size = full";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_accepted_baseline_is_what_the_program_does()
    {
        var baseline = RepositoryRoot.File("reports/baseline");
        var run = CommandLine.Done("run", "--out", _directory["out"], "--baseline", baseline);
        Assert.DoesNotContain("changed", run, StringComparison.Ordinal);
        Assert.EndsWith($"between strategies to {_directory["out/differences.csv"]}.\n", run, StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_of_the_accepted_baseline_is_that_of_its_table()
    {
        CommandLine.Done("run", "--out", _directory["out"], "--save-baseline", _directory["base"]);
        Assert.Equal(WithoutTables("out/run.json"), WithoutTables("base/run.json"));
        Assert.True(OutcomeRow.Of(OutcomeTable.Read(_directory["out/outcomes.csv"]))
            .SequenceEqual(OutcomeRow.Of(OutcomeTable.Read(_directory["base/outcomes.csv.gz"]))));
        string[] lasting = ["kernels", "strategies", "scenarios", "matrix"];
        Assert.All(lasting, name => Assert.Equal(
            Json(RepositoryRoot.File("reports/baseline/run.json"), name), Json(_directory["base/run.json"], name)));
    }

    [Fact]
    public void An_edit_undone_says_nothing()
    {
        Save();
        var plain = CommandLine.Done(Run(GuestZwisler.Unchanged(_directory)));
        Assert.Equal(plain, CommandLine.Done([.. Run(GuestZwisler.Unchanged(_directory)), "--baseline", _directory["base"]]));
    }

    [Fact]
    public void The_write_test_dropped_gives_the_cells_the_condition_and_the_cause()
    {
        Save();
        var run = Edited(GuestZwisler.WithoutWriteTest(_directory));
        Assert.Contains(" changed, 0 new, 0 removed.\n", run, StringComparison.Ordinal);
        Assert.Contains("   cells:    ", run, StringComparison.Ordinal);
        Assert.Contains("mapping in vm_shared", run, StringComparison.Ordinal);
        Assert.Contains("   cause:    strategy zwisler edited\n", run, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", run, StringComparison.Ordinal);
        Assert.DoesNotContain("To accept", run, StringComparison.Ordinal);
    }

    [Fact]
    public void The_test_of_the_mapping_turned_round_breaks_what_was_ok_and_that_comes_first()
    {
        Save();
        var run = Edited(GuestZwisler.TurnedRound(_directory));
        Assert.Contains("\n1. new failure (broken): ok -> failure\n", run, StringComparison.Ordinal);
        Assert.Contains("ok -> SIGBUS", run, StringComparison.Ordinal);
        Assert.Contains("fs = ro", run, StringComparison.Ordinal);
        Assert.All(
            run.Split('\n').Where(line => line.StartsWith("   cause:", StringComparison.Ordinal)),
            line => Assert.Equal("   cause:    strategy zwisler edited", line));
    }

    [Fact]
    public void The_edited_predicate_among_unedited_ones_is_told_from_them()
    {
        CommandLine.Done("run", "--out", _directory["out"], "--where", Part, "--save-baseline", _directory["base"]);
        var run = CommandLine.Run(
            "run", "--out", _directory["out"], "--where", Part, "--baseline", _directory["base"],
            "--strategy", "original", "--strategy", "v2", "--strategy", GuestZwisler.TurnedRound(_directory));
        Assert.Equal(1, run.ExitCode);
        Assert.All(
            run.Output.Split('\n').Where(line => line.StartsWith("   when:", StringComparison.Ordinal)),
            line => Assert.Contains("strategy = zwisler", line, StringComparison.Ordinal));
        Assert.Contains("   cause:    strategy zwisler edited\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_give_the_same_record()
    {
        CommandLine.Done("run", "--out", _directory["a"], "--where", Part, "--jobs", "1");
        CommandLine.Done("run", "--out", _directory["b"], "--where", Part, "--jobs", "2");
        Assert.Equal(File.ReadAllBytes(_directory["a/run.json"]), File.ReadAllBytes(_directory["b/run.json"]));
        Assert.DoesNotContain(_directory["a"], File.ReadAllText(_directory["a/run.json"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--baseline x --save-baseline y", "found --baseline and --save-baseline, expected one of them")]
    [InlineData("--baseline x --scenario steps=load", "found --baseline and --scenario, expected one of them")]
    [InlineData("--save-baseline x --out -", "found --save-baseline and --out -, expected one of them")]
    public void What_does_not_belong_together_is_refused(string options, string reason)
        => Assert.Equal(reason, CommandLine.Refused(["run", .. options.Split(' ')]));

    [Fact]
    public void A_directory_without_a_baseline_is_refused_before_anything_is_written()
    {
        Assert.StartsWith(
            $"{_directory["none"]}: found no outcomes.csv.gz or outcomes.csv",
            CommandLine.Refused("run", "--out", _directory["out"], "--baseline", _directory["none"]),
            StringComparison.Ordinal);
        Assert.Empty(_directory.Names);
    }

    [Fact]
    public void A_baseline_is_not_overwritten_by_the_run_that_is_compared_with_it()
    {
        CommandLine.Done("run", "--where", Part, "--out", _directory["out"]);
        Assert.Contains(
            "found as output and as input",
            CommandLine.Refused("run", "--where", Part, "--out", _directory["out"], "--baseline", _directory["out"]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"version\": n\n}")]
    public void A_record_that_is_none_is_refused_in_one_line(string record)
    {
        Save();
        File.WriteAllText(_directory["base/run.json"], record);
        var run = CommandLine.Run([.. Run(GuestZwisler.TurnedRound(_directory)), "--baseline", _directory["base"]]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("run.json: found no record of a run, expected what compare run writes", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private string WithoutTables(string record)
    {
        var text = File.ReadAllText(_directory[record]);
        return text[..text.IndexOf("\"tables\"", StringComparison.Ordinal)];
    }

    private static string Json(string path, string name)
    {
        using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty(name).ToString();
    }

    private void Save() => CommandLine.Done(
        "run", "--strategy", "zwisler", "--where", Part, "--out", _directory["old"], "--save-baseline", _directory["base"]);

    private string[] Run(string guest) => ["run", "--strategy", guest, "--where", Part, "--out", _directory["out"]];

    private string Edited(string guest)
    {
        var run = CommandLine.Run([.. Run(guest), "--baseline", _directory["base"]]);
        Assert.Equal("", run.Error);
        Assert.Equal(1, run.ExitCode);
        return run.Output;
    }
}
