using System.Diagnostics;
using System.Globalization;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Cli.Regression;

/// <summary>A table whose rows are in another order than that of their key.</summary>
public sealed class UnsortedTableTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Both_lines_of_a_key_that_is_there_twice_are_named()
    {
        var bad = Table("bad.csv", ["c", "b", "a", "c"]);
        var reason = $"{bad}:5: found (c, v4.13, zwisler) again, which line 2 has already; expected (id, kernel, strategy) unique in the file";
        Assert.Equal(reason, CommandLine.Refused("diff", bad, Table("good.csv", ["a"])));
        Assert.Equal(reason, CommandLine.Refused("diff", _directory["good.csv"], bad));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uE000")]
    public void Rows_that_do_not_fit_into_what_they_may_take_are_refused_with_the_way_out(string mark)
    {
        var ids = Enumerable.Range(0, 9_999).Select(id => mark + (99_999 - id).ToString(CultureInfo.InvariantCulture));
        var (bad, good) = (Table("bad.csv", ids), Table("good.csv", ["a"]));
        Assert.False(new TableComparison(good, bad, DiffOptions.Default).Run().IsSame);
        var refused = Assert.Throws<InputException>(() => new TableComparison(good, bad, DiffOptions.Default) { SortBudget = 1 << 18 }.Run());
        Assert.StartsWith(
            $"{bad}:3: found a row that belongs before the one above it, in a table too large to be sorted in memory", refused.Message, StringComparison.Ordinal);
        Assert.Contains("expected ordinal order of (id, kernel, strategy)", refused.Message, StringComparison.Ordinal);

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var command = refused.Message[refused.Message.IndexOf("cat '", StringComparison.Ordinal)..];
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", command]) { WorkingDirectory = _directory["."] })!;
        shell.WaitForExit();
        Assert.True(new TableComparison(bad, _directory["sorted.csv"], DiffOptions.Default).Run().IsSame);
        Assert.NotNull(new TableComparison(good, _directory["sorted.csv"], DiffOptions.Default) { SortBudget = 0 }.Run());
    }

    [Fact]
    public void More_values_than_are_numbered_and_long_ones_come_back_as_they_were()
    {
        var lines = Enumerable.Range(0, 9_999)
            .Select(id => $"{99_999 - id},v4.13,zwisler,note {id},{(id % 4000 == 7 ? new string('x', 2_000_000) : "")}\n".ToString(CultureInfo.InvariantCulture))
            .ToArray();
        const string Header = "id,kernel,strategy,note,text\n";
        var down = _directory.Write("down.csv", Header + string.Concat(lines));
        var up = _directory.Write("up.csv", Header + string.Concat(lines.Reverse()));
        Assert.True(new TableComparison(down, up, DiffOptions.Default).Run().IsSame);
    }

    [Fact]
    public void Rows_after_a_long_value_are_found_again()
    {
        string[] rows =
        [
            $"z,v4.13,zwisler,{new string('x', 5_000_000)}\n",
            .. Enumerable.Range(0, 9_999).Select(id => $"{id:D6}{new string('k', 400)},v4.13,zwisler,\n"),
        ];
        var down = _directory.Write("down.csv", "id,kernel,strategy,text\n" + string.Concat(rows));
        var up = _directory.Write("up.csv", "id,kernel,strategy,text\n" + string.Concat(rows.Reverse()));
        var diff = new TableComparison(down, up, DiffOptions.Default).Run();
        Assert.True(diff.IsSame);
        Assert.Equal(rows.Length, diff.Same);
    }

    private string Table(string name, IEnumerable<string> ids)
        => _directory.Write(name, Csv.OutcomeHeader + string.Concat(ids.Select(id => Csv.Outcome(("id", id))[Csv.OutcomeHeader.Length..])));
}
