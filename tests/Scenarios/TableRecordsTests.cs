using System.Text;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class TableRecordsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("", ":1: found an empty file, expected a header and rows")]
    [InlineData("left,,right\n", ":1: found a column without a name at place 2, expected a name")]
    [InlineData("left,right,left\n", ":1: found column 'left' twice, at places 1 and 3, expected it once")]
    [InlineData("left,right\n1,2\n\n", ":3: found an empty line, expected a row")]
    [InlineData("left,right\n1,2,3\n", ":2: found 3 fields, expected 2, as many as in the header")]
    [InlineData("left,right\n1,\"2\n", ":2: found a quote that is never closed in the row that begins here, expected the closing one")]
    [InlineData("left,right\n1,2\"\n", ":2: found a quote inside a field that does not begin with one")]
    [InlineData("left,right\n1,\"2\"3\n", ":2: found text after the closing quote of a field")]
    public void A_table_read_whole_and_one_read_piece_by_piece_are_refused_alike(string text, string reason)
    {
        var path = _directory.Write("t.csv", text);
        foreach (var open in (Func<TableRecords>[])[() => new TableRecords(path), () => new TableRecords(path, ["left"])])
        {
            var error = Assert.Throws<InputException>(() => Count(open));
            Assert.StartsWith(path + reason, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Damage_comes_first_in_a_table_that_is_read_whole()
    {
        var path = _directory.Write("t.csv", [.. Encoding.UTF8.GetBytes("a\n1,2\n" + new string(' ', 1 << 20)), 0xFF]);
        Assert.StartsWith($"{path}:2: found 2 fields", Assert.Throws<InputException>(() => Count(() => new TableRecords(path))).Message, StringComparison.Ordinal);
        Assert.StartsWith($"{path}:3: found bytes", Assert.Throws<InputException>(() => Count(() => new TableRecords(path, ["a"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_found_wherever_they_stand_and_the_others_are_named()
    {
        var path = _directory.Write("t.csv", "other,b,more,a\n1,\"ä \"\"b\"\"\",3,😀\n");
        using var records = new TableRecords(path, ["a", "b"]);
        Assert.Equal(["other", "b", "more", "a"], records.Header);
        Assert.Equal(["a", "b"], records.Columns);
        Assert.Equal(["other", "more"], records.Extra);
        Assert.True(records.Read());
        Assert.Equal("😀", records.Text(0));
        Assert.Equal("ä \"b\"", records.Text(1));
        Assert.Equal("3"u8, records.Field(2));
        Assert.Equal($"{path}:2: column 'b': found it", records.Error("b", "found it").Message);
        Assert.False(records.Read());
    }

    [Fact]
    public void A_header_of_very_many_columns_is_read_in_time_that_grows_with_it()
    {
        const int Columns = 200_000;
        var path = _directory.Write("t.csv", string.Join(',', Enumerable.Range(0, Columns).Select(i => $"column{i}")) + "\n");
        using var records = new TableRecords(path);
        Assert.Equal(Columns, records.Columns.Length);
        Assert.Empty(records.Extra);
    }

    [Fact]
    public void No_column_of_one_table_is_taken_for_a_misspelt_one_of_another()
    {
        string[] others = [.. OutcomeColumns.All, .. ScenarioColumns.Derived];
        foreach (var columns in (IEnumerable<string>[])[ScenarioColumns.All, OutcomeColumns.All, LedgerColumns.All])
        {
            Assert.All(others.Except(columns), name => Assert.Null(NearName.Find(name, columns)));
        }
    }

    private static int Count(Func<TableRecords> open)
    {
        using var records = open();
        var count = 0;
        while (records.Read())
        {
            count++;
        }

        return count;
    }
}
