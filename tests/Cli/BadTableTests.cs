namespace Compare.Tests.Cli;

/// <summary>Tables that cannot be used end in one message, and no file is written.</summary>
public sealed class BadTableTests : IDisposable
{
    private const string Row = Csv.ScenarioRow;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> ScenarioTables => new()
    {
        { "", ":1: found an empty file, expected a header and rows" },
        { Csv.ScenarioHeader, ":1: found a header without rows, expected at least one scenario" },
        { Csv.ScenarioHeader.Replace(",thp", "", StringComparison.Ordinal), ":1: found no column thp; expected the columns id, mount," },
        {
            Csv.ScenarioHeader.Replace("mapping", "maping", StringComparison.Ordinal) + Row,
            ":1: found unknown column 'maping'; did you mean 'mapping'?"
        },
        { "fs," + Csv.ScenarioHeader + "rw," + Row, ":1: found column 'fs' twice, at places 1 and 4, expected it once" },
        { Csv.ScenarioHeader + Row + Row, ":3: column 'id': found 'a' again, which line 2 has already" },
        { Csv.ScenarioHeader + Row + "\"b,dax\n", ":3: found a quote that is never closed" },
        { Csv.ScenarioHeader + "a,dax\n", ":2: found 2 fields, expected 9" },
        { Csv.Scenario("steps", "load stor"), ":2: column 'steps': unknown step: found 'stor', expected one of load, store," },
        { Csv.Scenario("steps", "fork@near"), ":2: column 'steps': found 'fork@near', expected fork without a place" },
        { Csv.Scenario("steps", "load@target"), ":2: column 'steps': unknown place in 'load@target': found 'target', expected one of n" },
        {
            Csv.Scenario("fs", "ro").Replace("private", "shared_ro", StringComparison.Ordinal),
            ":2: column 'mapping': found 'shared_ro' with fs 'ro'"
        },
    };

    public static TheoryData<string> ValueColumns => ["mount", "fs", "mapping", "geometry", "extent", "size", "thp", "steps"];

    [Theory]
    [MemberData(nameof(ScenarioTables))]
    public void A_matrix_that_is_no_scenario_table_is_refused_at_its_place(string text, string reason) => RunRefused(text, reason);

    [Theory]
    [MemberData(nameof(ValueColumns))]
    public void A_value_that_its_column_does_not_have_is_refused_at_its_place(string column)
    {
        foreach (var cell in (string[])["", "nothing-like-it"])
        {
            var message = RunRefused(Csv.Scenario(column, cell), $":2: column '{column}': ");
            var found = cell.Length == 0 ? "found no" : "found 'nothing-like-it', expected one of ";
            Assert.Contains(found, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_directory_is_no_table()
    {
        Directory.CreateDirectory(_directory["d"]);
        foreach (var arguments in (string[][])[["run", "--out", _directory["out"], "--matrix"], ["check"]])
        {
            Assert.Equal(_directory["d"] + ": found a directory, expected a file", CommandLine.Refused([.. arguments, _directory["d"]]));
        }

        Assert.Equal(["d"], _directory.Names);
    }

    [Theory]
    [InlineData("strategy", "zwissler", "unknown strategy 'zwissler', expected one of original, v2, zwisler, zwisler-no-pud, lookup-journal, never, v2-nosplit; did you mean 'zwisler'?")]
    [InlineData("kernel", "v4.14", "unknown kernel 'v4.14', expected one of v4.13, v4.13+forced-cow, v6.1, v6.12; did you mean 'v4.13'?")]
    [InlineData("fs", "rww", "column 'fs': found 'rww', expected one of rw,")]
    [InlineData("result", "ok|OK", "column 'result': found 'OK', expected one of ok,")]
    [InlineData("mtime_changed", "0|2", "column 'mtime_changed': found '2', expected 0, 1 or ?")]
    public void An_observation_that_cannot_be_is_refused_at_its_line(string column, string cell, string reason)
        => CheckRefused(Csv.Outcome() + Csv.Outcome(("id", "b"), (column, cell))[Csv.OutcomeHeader.Length..], ":3: " + reason);

    [Fact]
    public void A_scenario_table_holds_no_observations()
        => CheckRefused(Csv.ScenarioHeader + Row, ":1: found no column kernel, strategy, result, page");

    [Fact]
    public void One_bad_table_among_good_ones_is_enough()
    {
        _directory.Write("good.csv", Csv.Outcome());
        _directory.Write("bad.csv", "");
        var message = CommandLine.Refused("check", _directory["good.csv"], _directory["bad.csv"]);
        Assert.StartsWith(_directory["bad.csv"] + ":1: found an empty file", message, StringComparison.Ordinal);
    }

    private string RunRefused(string text, string reason)
        => Refused(text, reason, "run", "--out", _directory["out"], "--matrix", _directory["t.csv"]);

    private void CheckRefused(string text, string reason)
        => Refused(text, reason, "check", _directory["t.csv"], "--out", _directory["mismatches.csv"]);

    private string Refused(string text, string reason, params string[] arguments)
    {
        _directory.Write("t.csv", text);
        var message = CommandLine.Refused(arguments);
        Assert.StartsWith(_directory["t.csv"] + reason, message, StringComparison.Ordinal);
        Assert.Equal(["t.csv"], _directory.Names);
        return message;
    }
}
