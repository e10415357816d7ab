namespace Compare.Tests.Cli.Regression;

/// <summary>Tables and <c>run.json</c> of two runs in one directory, as a kill between two renames leaves them.</summary>
public sealed class MixedSetTests : IDisposable
{
    private const string Part = "mount = dax and fs in (rw, ro) and prior = none and geometry = aligned and size = full";

    private readonly TemporaryDirectory _directory = new();

    public MixedSetTests()
    {
        CommandLine.Done("run", "--where", Part, "--out", _directory["old"], "--save-baseline", _directory["base"]);
        CommandLine.Done("run", "--where", Part, "--strategy", "v2", "--out", _directory["new"], "--save-baseline", _directory["v2"]);
    }

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("outcomes.csv")]
    [InlineData("differences.csv")]
    public void A_table_of_another_run_is_refused_by_whoever_reads_the_set(string table)
    {
        File.Copy(_directory[$"new/{table}"], _directory[$"old/{table}"], overwrite: true);
        var refusal = Refusal($"old/{table}", $"compare run --out {_directory["old"]}");
        var (mixed, whole) = (_directory["old/outcomes.csv"], _directory["new/outcomes.csv"]);
        Assert.Equal(refusal, CommandLine.Refused("diff", mixed, whole));
        Assert.Equal(refusal, CommandLine.Refused("diff", whole, mixed, "--out", _directory["diff.txt"]));
        Assert.Equal(refusal, CommandLine.Refused("check", mixed));
        Assert.Equal(refusal, CommandLine.Refused("validity", mixed));
        Assert.Equal(refusal, CommandLine.Refused("verify", "--matrix", mixed));
        Assert.False(File.Exists(_directory["diff.txt"]));
    }

    [Fact]
    public void A_baseline_of_two_runs_is_refused_before_anything_runs()
    {
        File.Copy(_directory["v2/outcomes.csv.gz"], _directory["base/outcomes.csv.gz"], overwrite: true);
        Assert.Equal(
            Refusal("base/outcomes.csv.gz", $"compare run --save-baseline {_directory["base"]}"),
            CommandLine.Refused("run", "--where", Part, "--out", _directory["out"], "--baseline", _directory["base"]));
        Assert.False(Directory.Exists(_directory["out"]));
    }

    [Fact]
    public void A_table_without_a_record_is_read_alone_and_one_under_another_name_too()
    {
        File.Copy(_directory["new/outcomes.csv"], _directory["old/outcomes.csv"], overwrite: true);
        File.Copy(_directory["new/outcomes.csv"], _directory["old/kept.csv"]);
        CommandLine.Done("diff", _directory["old/kept.csv"], _directory["new/outcomes.csv"]);
        File.Delete(_directory["old/run.json"]);
        CommandLine.Done("diff", _directory["old/outcomes.csv"], _directory["new/outcomes.csv"]);
    }

    [Fact]
    public void A_table_that_is_gone_is_no_other_one()
    {
        File.Delete(_directory["old/differences.csv"]);
        CommandLine.Done("diff", _directory["old/outcomes.csv"], _directory["base/outcomes.csv.gz"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"tables\": {\"differences.csv\": \"\"}")]
    public void A_record_that_does_not_tell_of_the_table_is_none_of_it(string tables)
    {
        var table = File.ReadAllText(_directory["old/outcomes.csv"]);
        var edited = _directory.Write("edited.csv", table[..^2] + "8\n");
        Assert.Contains("unknown: no run.json beside the new table tells of it", Diff(), StringComparison.Ordinal);
        var record = File.ReadAllText(_directory["old/run.json"]);
        var end = record.IndexOf("\"tables\"", StringComparison.Ordinal);
        File.WriteAllText(_directory["old/run.json"], tables.Length > 0 ? record[..end] + tables + "}" : record[..record.LastIndexOf(',', end)] + "}");
        Assert.Contains("unknown: no run.json beside the tables tells of them", Diff(), StringComparison.Ordinal);

        string Diff()
        {
            var diff = CommandLine.Run("diff", _directory["old/outcomes.csv"], edited);
            Assert.Equal("", diff.Error);
            return diff.Output;
        }
    }

    private string Refusal(string table, string command)
        => $"{_directory[table]}: found other bytes than run.json beside it tells of, expected the files of one run: a run was interrupted, or the "
            + $"file was changed; {command} makes them anew, and without run.json each table is read alone";
}
