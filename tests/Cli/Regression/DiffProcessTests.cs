using System.Globalization;

namespace Compare.Tests.Cli.Regression;

/// <summary>What only a process shows: its pipes and the files that it leaves.</summary>
public sealed class DiffProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_reader_that_closes_its_pipe_ends_the_diff_quietly()
    {
        _directory.Write("old.csv", Rows(20_000, "0|0", descending: false));
        _directory.Write("new.csv", Rows(20_000, "0|8", descending: false));
        Assert.Equal(
            "id,kernel,strategy,column,old,new\n1", Shell.Run(_directory, "{ compare diff old.csv new.csv --format csv; echo $? > code; } 2> error | head -n 1; cat error code"));
    }

    [Fact]
    public void An_unsorted_table_is_sorted_and_leaves_no_file()
    {
        _directory.Write("old.csv", Rows(20_000, "0|0", descending: false));
        _directory.Write("new.csv", Rows(20_000, "0|0", descending: true));
        Directory.CreateDirectory(_directory["tmp"]);
        Assert.Equal(
            "old.csv -> new.csv\n20,000 same, 0 changed, 0 new, 0 removed.\n0", Shell.Run(_directory, "TMPDIR=$PWD/tmp compare diff old.csv new.csv; echo $?; ls tmp | grep rows"));
    }

    private static string Rows(int count, string blocks, bool descending)
    {
        var ids = Enumerable.Range(100_000, count);
        return Csv.OutcomeHeader + string.Concat((descending ? ids.Reverse() : ids)
            .Select(id => Csv.With(Csv.OutcomeHeader, id.ToString(CultureInfo.InvariantCulture) + Csv.OutcomeRow[1..], "blocks_delta", blocks)));
    }
}
