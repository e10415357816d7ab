using System.IO.Compression;
using System.Text;

namespace Compare.Tests.Cli.Regression;

/// <summary>Tables that cannot be compared end in one message, on whichever side they are.</summary>
public sealed class DiffBadInputTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    public static TheoryData<string, string> Tables => new()
    {
        { "", ":1: found an empty file, expected a header and rows" },
        { Csv.OutcomeHeader, ":1: found a header without rows, expected at least one row" },
        { Csv.Outcome() + Csv.OutcomeRow, ":3: found (a, v4.13, zwisler) again, which line 2 has already; expected (id, kernel, strategy) unique" },
        { Csv.Outcome(("id", "b")) + Csv.OutcomeRow + Csv.Outcome(("id", "b"))[Csv.OutcomeHeader.Length..], ":4: found (b, v4.13, zwisler) again, which line 2" },
        { Csv.Outcome() + "\"b,dax\n", ":3: found a quote that is never closed in the row that begins here" },
        { Csv.Outcome() + "b,dax\n", ":3: found 2 fields, expected 20" },
        { Csv.Outcome() + "\n", ":3: found an empty line, expected a row" },
        { Csv.Outcome(("fs", "rww")), ":2: column 'fs': found 'rww', expected one of rw," },
        { Csv.Outcome(("result", "ok|OK")), ":2: column 'result': found 'OK', expected one of ok," },
        { Csv.Outcome(("result", "ok")), ":2: column 'result': found 1 values for 2 steps, expected one for each" },
        { Csv.Outcome(("page", "dax")), ":2: column 'page': found 1 values, expected 2, as many as in result" },
        { Csv.Outcome().Replace("handler", "handlr", StringComparison.Ordinal), ":1: found unknown column 'handlr'; did you mean 'handler'?" },
        { Csv.Outcome().Replace("kernel", "core", StringComparison.Ordinal), ":1: found no column kernel; expected the columns of the key: id, kernel" },
        { Csv.Outcome().Replace("id,", "kernel,", StringComparison.Ordinal), ":1: found column 'kernel' twice, at places 1 and 2" },
        { Csv.Outcome() + Csv.Outcome(("strategy", "zz"), ("fs", "ro"))[Csv.OutcomeHeader.Length..], ":3: column 'fs': found 'ro' for 'a', expected 'rw' as in line 2" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_that_cannot_be_is_refused_at_its_place(string text, string reason)
    {
        var good = _directory.Write("good.csv", Csv.Outcome(("blocks_delta", "8|0")));
        var bad = _directory.Write("bad.csv", text);
        Assert.StartsWith(bad + reason, CommandLine.Refused("diff", good, bad), StringComparison.Ordinal);
        Assert.StartsWith(bad + reason, CommandLine.Refused("diff", bad, good), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strategy", 1)]
    [InlineData("kernel", 1)]
    [InlineData("strategy", 5_000)]
    public void More_names_than_are_told_apart_are_refused_and_no_fewer(string column, int before)
    {
        var few = _directory.Write("few.csv", Named(column, before));
        var most = _directory.Write("most.csv", Named(column, 8_192));
        var more = _directory.Write("more.csv", Named(column, 8_193));
        Assert.Equal(1, CommandLine.Run("diff", few, most).ExitCode);
        Assert.Equal("found more than 8192 kernels or strategies, expected fewer", CommandLine.Refused("diff", few, more));
    }

    [Fact]
    public void A_missing_file_and_a_directory_are_refused()
    {
        var good = _directory.Write("good.csv", Csv.Outcome());
        Directory.CreateDirectory(_directory["d"]);
        Assert.Equal(_directory["none.csv"] + ": no such file", CommandLine.Refused("diff", good, _directory["none.csv"]));
        Assert.Equal(_directory["d"] + ": found a directory, expected a file", CommandLine.Refused("diff", _directory["d"], good));
    }

    [Theory]
    [InlineData("--key kernl", "--key: found unknown column 'kernl', expected one of id, kernel,", "; did you mean 'kernel'?")]
    [InlineData("--ignore blocks", "--ignore: found unknown column 'blocks', expected one of id, kernel,", "blocks_delta")]
    [InlineData("--ignore mtime-changed", "--ignore: found unknown column 'mtime-changed'", "; did you mean 'mtime_changed'?")]
    [InlineData("--ignore kernel", "--ignore: found column 'kernel', which the key has; expected another one", "")]
    [InlineData("--key id,,kernel", "--key: found an empty name", "")]
    [InlineData("--key id --key id", "--key: found column 'id' twice, expected it once", "")]
    [InlineData("--format cvs", "--format: unknown format 'cvs', expected one of text, md, csv", "; did you mean 'csv'?")]
    public void A_name_that_nothing_has_is_refused(string options, string begin, string end)
    {
        var (left, right) = (_directory.Write("a.csv", Csv.Outcome()), _directory.Write("b.csv", Csv.Outcome()));
        var message = CommandLine.Refused(["diff", left, right, .. options.Split(' ')]);
        Assert.StartsWith(begin, message, StringComparison.Ordinal);
        Assert.Contains(end, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_tell_rows_apart_is_refused()
    {
        var table = _directory.Write("a.csv", Csv.Outcome() + Csv.Outcome(("strategy", "zz"))[Csv.OutcomeHeader.Length..]);
        Assert.Equal(
            table + ":3: found (a, v4.13) again, which line 2 has already; expected (id, kernel) unique in the file",
            CommandLine.Refused("diff", table, _directory.Write("b.csv", Csv.Outcome()), "--key", "id,kernel"));
    }

    [Fact]
    public void An_output_that_is_an_input_is_refused_and_stays()
    {
        var (left, right) = (_directory.Write("a.csv", Csv.Outcome()), _directory.Write("b.csv", Csv.Outcome(("page", "dax|dax"))));
        foreach (var input in (string[])[left, right])
        {
            Assert.Equal($"{input}: found as output and as input, expected another file for the output", CommandLine.Refused("diff", left, right, "--out", input));
        }

        Assert.Equal(Csv.Outcome(), File.ReadAllText(left));
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_do_not_matter()
    {
        var plain = _directory.Write("a.csv", Csv.Outcome());
        var other = _directory.Write("b.csv", "\uFEFF" + Csv.Outcome().ReplaceLineEndings("\r\n"));
        CommandLine.Done("diff", plain, other);
        CommandLine.Done("diff", other, plain);
    }

    [Theory]
    [InlineData(0, ":1: found UTF-16, expected UTF-8")]
    [InlineData(1, ":2: found bytes that are not UTF-8, expected UTF-8")]
    [InlineData(2, ":3: found bytes that are not UTF-8, expected UTF-8")]
    public void What_is_not_text_is_refused(int kind, string reason)
    {
        byte[] bytes = kind switch
        {
            0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv.Outcome())],
            1 => [.. Encoding.UTF8.GetBytes(Csv.OutcomeHeader), 0xC3, 0x28, (byte)'\n'],
            _ => [.. Encoding.UTF8.GetBytes(Csv.Outcome()), 0xE2, 0x82],
        };
        var (good, bad) = (_directory.Write("good.csv", Csv.Outcome()), _directory.Write("bad.csv", bytes));
        Assert.Equal(bad + reason, CommandLine.Refused("diff", good, bad));
    }

    [Fact]
    public void A_gzip_file_that_ends_early_is_no_short_table()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Csv.Outcome()));
        }

        var (good, whole) = (_directory.Write("good.csv", Csv.Outcome()), _directory.Write("whole.csv.gz", packed.ToArray()));
        CommandLine.Done("diff", good, whole);
        foreach (var length in (int[])[1, 17, 60, (int)packed.Length - 4])
        {
            var cut = _directory.Write("cut.csv.gz", packed.ToArray()[..length]);
            Assert.Contains("expected a whole gzip file", CommandLine.Refused("diff", good, cut), StringComparison.Ordinal);
        }
    }

    private static string Named(string column, int count) => Csv.OutcomeHeader + string.Concat(Enumerable.Range(0, count)
        .Select(i => Csv.Outcome((column, $"n{i:D4}"))[Csv.OutcomeHeader.Length..]));
}
