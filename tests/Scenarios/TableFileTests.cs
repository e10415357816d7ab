using System.IO.Compression;
using System.Text;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class TableFileTests : IDisposable
{
    private const string Table = Csv.ScenarioHeader + Csv.ScenarioRow;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("\uFEFF" + Table)]
    [InlineData("id,mount,fs,mapping,geometry,extent,size,thp,steps\r\na,dax,rw,private,aligned,written,full,huge,load store\r\n")]
    [InlineData("id,mount,fs,mapping,geometry,extent,size,thp,steps\na,dax,rw,private,aligned,written,full,huge,load store")]
    [InlineData("\"id\",mount,fs,mapping,geometry,extent,size,thp,steps\na,\"dax\",rw,private,aligned,written,full,huge,\"load store\"\n")]
    [InlineData("steps,thp,size,extent,geometry,mapping,fs,mount,id\nload store,huge,full,written,aligned,private,rw,dax,a\n")]
    public void Byte_order_mark_line_ends_quotes_and_order_of_columns_do_not_matter(string text)
        => Assert.Equal(
            ScenarioText.Parse("id=a steps=load store"),
            Assert.Single(ScenarioTable.Read(_directory.Write("t.csv", text)).Scenarios));

    [Theory]
    [InlineData("", ":1: found an empty file")]
    [InlineData("\uFEFF", ":1: found an empty file")]
    [InlineData("\n", ":1: found a column without a name")]
    [InlineData(Table + "\n", ":3: found an empty line, expected a row")]
    [InlineData(Table + "b,dax\n", ":3: found 2 fields, expected 9, as many as in the header")]
    [InlineData(Table + "b,dax,rw,private,aligned,written,full,huge,load,more\n", ":3: found 10 fields, expected 9")]
    [InlineData(Table + "b,dax,rw,private,aligned,written,full,huge,\"load\n", ":3: found a quote that is never closed")]
    [InlineData(Table + "b,dax,rw,private,aligned,written,full,huge,lo\"ad\n", ":3: found a quote inside a field that does not begin with one")]
    [InlineData(Table + "b,dax,rw,private,aligned,written,full,huge,\"lo\"ad\n", ":3: found text after the closing quote")]
    [InlineData("\"id\nmount\",fs\n", ":1: column at place 1: found 'id\\u000Amount' with the control character \\u000A")]
    public void What_is_no_table_is_refused_at_its_line(string text, string reason)
        => Refused(_directory.Write("t.csv", text), reason);

    [Fact]
    public void A_line_break_in_a_cell_is_refused_at_the_line_where_its_row_begins()
        => Refused(
            _directory.Write("t.csv", Table + "b,dax,rw,private,aligned,written,full,huge,\"load\nstore\"\nd,dax,rw\n"),
            ":3: column 'steps': found 'load\\u000Astore' with the control character \\u000A, expected text without one");

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_at_their_line()
        => Refused(_directory.Write("t.csv", [.. Encoding.UTF8.GetBytes(Table), (byte)'b', 0xFF, (byte)'\n']), ":3: found bytes that are not UTF-8");

    [Fact]
    public void Utf16_is_refused()
        => Refused(_directory.Write("t.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)]), ":1: found UTF-16, expected UTF-8");

    [Fact]
    public void A_missing_file_and_a_directory_are_refused()
    {
        Refused(_directory["none.csv"], ": no such file");
        Refused(_directory["none/none.csv"], ": no such file");
        Directory.CreateDirectory(_directory["d.csv"]);
        Refused(_directory["d.csv"], ": found a directory, expected a file");
        Refused("", ": cannot be read");
    }

    [Fact]
    public void A_compressed_table_is_read_by_its_name()
        => Assert.Single(ScenarioTable.Read(_directory.Write("t.csv.gz", Compressed(Table))).Scenarios);

    [Fact]
    public void A_compressed_table_that_is_cut_anywhere_is_refused()
    {
        var whole = Compressed(Table);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<InputException>(() => ScenarioTable.Read(_directory.Write("t.csv.gz", whole[..length])));
        }
    }

    [Fact]
    public void A_compressed_table_that_is_damaged_is_refused()
    {
        var whole = Compressed(Table);
        whole[^6] ^= 1;
        Refused(_directory.Write("t.csv.gz", whole), ": found damaged or incomplete data, expected a whole gzip file of one member");
        Refused(_directory.Write("u.csv.gz", Table), ": found damaged or incomplete data");
    }

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static void Refused(string path, string reason)
    {
        var error = Assert.Throws<InputException>(() => ScenarioTable.Read(path));
        Assert.StartsWith(path + reason, error.Message, StringComparison.Ordinal);
    }
}
