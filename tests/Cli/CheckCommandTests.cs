namespace Compare.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly string _agreeing;

    public CheckCommandTests()
    {
        string[] contender = ["--kernel", "v4.13", "--strategy", "zwisler"];
        CommandLine.Done(["run", "--scenario", "id=a steps=load store", "--out", _directory["."], .. contender]);
        _agreeing = File.ReadAllText(_directory["outcomes.csv"]);
        File.Delete(_directory["outcomes.csv"]);
    }

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string> ObservationFiles => [.. RepositoryRoot.Observations.Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(ObservationFiles))]
    public void The_model_agrees_with_what_was_observed(string name)
    {
        var output = CommandLine.Done("check", RepositoryRoot.File(Path.Combine("tests/Observations", name)));
        Assert.Contains(FormattableString.Invariant($"\n{ObservedRows.Of(name).Length:N0} row{(ObservedRows.Of(name).Length == 1 ? "" : "s")} and "), output, StringComparison.Ordinal);
        Assert.DoesNotContain(" of ", output.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Several_files_are_checked_together()
    {
        var output = CommandLine.Done(["check", .. RepositoryRoot.Observations]);
        Assert.Contains(FormattableString.Invariant($"\n{ObservedRows.All.Count():N0} rows and "), output, StringComparison.Ordinal);
    }

    [Fact]
    public void Agreement_is_exit_code_0_and_an_empty_table_of_mismatches()
    {
        var output = CommandLine.Done("check", Observed(), "--out", _directory["mismatches.csv"]);
        Assert.Contains("\n1 row and 18 values agree.\n", output, StringComparison.Ordinal);
        Assert.EndsWith($"\nWrote 0 mismatches to {_directory["mismatches.csv"]}.\n", output, StringComparison.Ordinal);
        Assert.Equal("id,kernel,strategy,step,does,measure,observed,model\n", File.ReadAllText(_directory["mismatches.csv"]));
    }

    [Theory]
    [InlineData("result", "ok|SIGBUS", "2", "store", "SIGBUS", "ok")]
    [InlineData("page", "zero|anon", "1", "load", "zero", "dax")]
    [InlineData("handler", "PUD:FALLBACK PMD:NOPAGE|", "2", "store", "", "PMD:FALLBACK PTE:DONE_COW")]
    [InlineData("journal_starts", "0|1", "2", "store", "1", "0")]
    [InlineData("iomap_starts", "4|0", "1", "load", "4", "0")]
    [InlineData("thp_fault_fallback", "0|0", "2", "store", "0", "1")]
    [InlineData("thp_split_pmd", "0|2", "2", "store", "2", "1")]
    [InlineData("mtime_changed", "1|0", "1", "load", "1", "0")]
    [InlineData("blocks_delta", "0|-8", "2", "store", "-8", "0")]
    public void One_cell_that_differs_is_exit_code_1_and_named(
        string measure, string cell, string step, string does, string observed, string model)
    {
        var differs = CommandLine.Run("check", Observed((measure, cell)), "--out", _directory["mismatches.csv"]);
        Assert.Equal(1, differs.ExitCode);
        Assert.Equal("", differs.Error);
        Assert.Contains("\n0 of 1 row and 17 of 18 values agree.\n", differs.Output, StringComparison.Ordinal);
        string[] cells = ["a", "v4.13", "zwisler", step, does, measure, observed, model];
        Assert.Contains(cells, differs.Output.Split('\n').Select(line => line.Trim('|').Split('|').Select(text => text.Trim()).ToArray()));
        Assert.Equal(
            $"id,kernel,strategy,step,does,measure,observed,model\n{string.Join(',', cells)}\n",
            File.ReadAllText(_directory["mismatches.csv"]));
        Assert.EndsWith($"\nWrote 1 mismatch to {_directory["mismatches.csv"]}.\n", differs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_could_not_be_told_is_passed_over_and_counted()
        => Assert.Contains(
            "\n1 row and 17 values agree; values that were recorded as unknown (?), passed over: 1.\n",
            CommandLine.Done("check", Observed(("mtime_changed", "0|?"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_step_that_ran_on_one_side_only_differs()
    {
        var differs = CommandLine.Run("check", Observed(
            ("result", "blocked"), ("page", "-"), ("handler", "PUD"), ("journal_starts", "0"), ("iomap_starts", "0"),
            ("thp_fault_fallback", "0"), ("thp_split_pmd", "0"), ("mtime_changed", "0"), ("blocks_delta", "0")));
        Assert.Equal(1, differs.ExitCode);
        Assert.Contains("| (no such step) | ok ", differs.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_twenty_mismatches_are_shown_and_every_one_is_written()
    {
        var row = Changed(("result", "EIO|EIO"))[Csv.OutcomeHeader.Length..];
        var rows = Enumerable.Range(10, 15).Select(i => FormattableString.Invariant($"a{i}{row[1..]}"));
        var path = _directory.Write("t.csv", Csv.OutcomeHeader + string.Concat(rows));
        var differs = CommandLine.Run("check", path, "--out", _directory["mismatches.csv"]);
        Assert.Equal(1, differs.ExitCode);
        Assert.Contains("The first 20 of 30 values that do not agree\n", differs.Output, StringComparison.Ordinal);
        Assert.Equal(20, differs.Output.Split('\n').Count(line => line.Contains("| EIO ", StringComparison.Ordinal)));
        Assert.Equal(31, File.ReadAllLines(_directory["mismatches.csv"]).Length);
    }

    [Fact]
    public void A_file_given_twice_is_refused()
    {
        var path = Observed();
        foreach (var again in (string[])[path, _directory["./t.csv"]])
        {
            Assert.Equal($"{again}: found twice among the inputs, expected each file once", CommandLine.Refused("check", path, again));
        }
    }

    private string Observed(params (string Column, string Cell)[] changes) => _directory.Write("t.csv", Changed(changes));

    private string Changed(params (string Column, string Cell)[] changes)
        => Csv.OutcomeHeader + changes.Aggregate(
            _agreeing[Csv.OutcomeHeader.Length..],
            (line, change) => Csv.With(Csv.OutcomeHeader, line, change.Column, change.Cell));
}
