using System.Globalization;

namespace Compare.Tests.Cli.Regression;

public sealed class DiffCommandTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Tables_without_a_difference_are_the_same()
    {
        var table = Table("old.csv", Row("a"), Row("b"));
        Assert.Equal(
            $"{table} -> {Table("new.csv", Row("a"), Row("b"))}\n2 same, 0 changed, 0 new, 0 removed.\n",
            CommandLine.Done("diff", table, _directory["new.csv"]));
    }

    [Fact]
    public void The_same_file_twice_is_the_same_and_said_to_be_one()
    {
        var table = Table("old.csv", Row("a"));
        var diff = CommandLine.Run("diff", table, table);
        Assert.Equal(0, diff.ExitCode);
        Assert.Equal($"compare: note: {table} and {table} are one file\n", diff.Error);
    }

    [Fact]
    public void One_row_that_differs_is_a_class_with_its_witness()
    {
        var diff = Differs(Table("old.csv", Row("a")), Table("new.csv", Row("a", ("result", "ok|SIGBUS"), ("page", "dax|absent"))));
        Assert.Equal(
            $"""
            {_directory["old.csv"]} -> {_directory["new.csv"]}
            0 same, 1 changed, 0 new, 0 removed.

            1. new failure (broken): ok -> failure
               1 row: ok -> SIGBUS
               cells:    result 1, page 1
               when:     every row that both tables have
                         (always)
               cause:    unknown: no run.json beside the tables tells of them
               smallest: a, v4.13, zwisler
                         result ok|ok -> ok|SIGBUS
                         page dax|anon -> dax|absent
               again:    compare run --kernel v4.13 --strategy zwisler --scenario "steps=load store"

            """,
            diff);
    }

    [Theory]
    [InlineData("ok", "EIO", "new failure (broken): ok -> failure")]
    [InlineData("EIO", "ok", "repaired (fixed): failure -> ok")]
    [InlineData("ok|ok", "ok|blocked", "hang (broken): ok -> blocked")]
    [InlineData("SIGBUS", "EIO", "other result: failure -> another failure")]
    public void A_table_from_elsewhere_that_tells_no_scenario_is_judged_by_its_results(string before, string after, string title)
    {
        const string Header = "id,kernel,strategy,result,seconds\n";
        var (old, now) = (_directory.Write("old.csv", $"{Header}a,v6.9,theirs,{before},1\n"), _directory.Write("new.csv", $"{Header}a,v6.9,theirs,{after},2\n"));
        Assert.Contains($"\n1. {title}\n", Differs(old, now), StringComparison.Ordinal);
        (old, now) = (_directory.Write("old.csv", $"case,result\na,{before}\n"), _directory.Write("new.csv", $"case,result\na,{after}\n"));
        Assert.Contains($"\n1. {title}\n", CommandLine.Run("diff", old, now, "--key", "case").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_waits_for_the_thaw_is_not_blamed()
    {
        (string, string)[] frozen = [("fs", "frozen"), ("mapping", "shared"), ("steps", "store")];
        var diff = Differs(
            Table("old.csv", Row("a", [.. frozen, ("result", "ok"), ("page", "dax"), ("handler", ""), .. One])),
            Table("new.csv", Row("a", [.. frozen, ("result", "blocked"), ("page", "-"), ("handler", ""), .. One])));
        Assert.Contains("\n1. other result: ok -> blocked\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void The_smallest_scenario_of_a_class_is_shown_wherever_it_stands()
    {
        (string, string)[] far = [("geometry", "small"), ("thp", "nohuge")];
        var failing = ("result", "ok|SIGBUS");
        var diff = Differs(
            Table("old.csv", Row("a", far), Row("b"), Row("c", far)),
            Table("new.csv", Row("a", [.. far, failing]), Row("b", failing), Row("c", [.. far, failing])));
        Assert.Contains("\n   smallest: b, v4.13, zwisler\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_that_hold_no_scenario_are_compared_by_their_columns()
    {
        const string Header = "id,kernel,value\n";
        var old = _directory.Write("old.csv", $"{Header}a,v4.13,1\nb,v4.13,1\n");
        Assert.Equal(
            $"""
            {old} -> {_directory["new.csv"]}
            1 same, 1 changed, 0 new, 0 removed.

            1. bookkeeping: columns that differ
               1 row
               cells:    value 1
               cause:    unknown: no run.json beside the tables tells of them
               smallest: a
                         value 1 -> 2

            """,
            Differs(old, _directory.Write("new.csv", $"{Header}a,v4.13,2\nb,v4.13,1\n"), "--key", "id"));
    }

    [Fact]
    public void A_place_that_no_word_names_is_the_target()
    {
        (string, string)[] far = [("steps", "load store@far")];
        var diff = Differs(
            Table("old.csv", Row("a"), Row("b", far), Row("c")),
            Table("new.csv", Row("a", ("result", "ok|SIGBUS")), Row("b", far), Row("c", ("result", "ok|SIGBUS"))));
        Assert.Contains("at = target", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void New_and_removed_rows_are_named()
    {
        var diff = Differs(Table("old.csv", Row("a"), Row("b")), Table("new.csv", Row("b"), Row("c")));
        Assert.Contains("1 same, 0 changed, 1 new, 1 removed.\n", diff, StringComparison.Ordinal);
        Assert.Contains("\n1 new row: c, v4.13, zwisler (", diff, StringComparison.Ordinal);
        Assert.Contains("\n1 removed row: a, v4.13, zwisler (", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_or_kernel_that_one_side_has_is_one_line()
    {
        var old = Table("old.csv", Row("a"), Row("b"), Row("a", ("strategy", "v2")), Row("b", ("strategy", "v2")));
        var diff = Differs(old, Table("new.csv", Row("a"), Row("b"), Row("a", ("kernel", "v6.1"))));
        Assert.Contains("\nstrategy v2 is gone: 2 removed rows\n", diff, StringComparison.Ordinal);
        Assert.Contains("\nkernel v6.1 is new: 1 new row\n", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("a, v4.13, v2", diff, StringComparison.Ordinal);
        Assert.Equal(
            "id,kernel,strategy,column,old,new\n*,*,v2,(rows),2,0\n*,v6.1,*,(rows),0,1\n",
            Differs(old, _directory["new.csv"], "--format", "csv"));
    }

    [Theory]
    [InlineData("mount", "dax", "nodax")]
    [InlineData("fs", "rw", "frozen")]
    [InlineData("thp", "huge", "nohuge")]
    public void The_same_id_with_another_scenario_is_a_finding_of_its_own(string column, string before, string after)
    {
        var diff = Differs(
            Table("old.csv", Row("a"), Row("b")),
            Table("new.csv", Row("a", (column, after), ("result", "ok|EFAULT")), Row("b")));
        Assert.Contains("1 same, 0 changed, 1 with another scenario, 0 new, 0 removed.\n", diff, StringComparison.Ordinal);
        Assert.Contains($"\nThe same id with another scenario: 1 row, by {column}\n", diff, StringComparison.Ordinal);
        Assert.Contains($"\n   a, v4.13, zwisler: {column} {before} -> {after}\n", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("new failure", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_one_side_has_is_reported_until_it_is_ignored()
    {
        var old = Table("old.csv", Row("a"));
        var text = (Csv.OutcomeHeader.TrimEnd('\n') + ",note\n") + Row("a").TrimEnd('\n') + ",seen\n";
        var noted = _directory.Write("new.csv", text);
        Assert.Contains($"only in {noted}: column note, not compared\n", Differs(old, noted), StringComparison.Ordinal);
        Assert.Contains($"only in {noted}: column note, not compared\n", Differs(noted, old), StringComparison.Ordinal);
        Assert.Equal("id,kernel,strategy,column,old,new\n*,*,*,note,absent,present\n", Differs(old, noted, "--format", "csv"));
        CommandLine.Done("diff", old, noted, "--ignore", "note");
    }

    [Fact]
    public void A_measure_that_one_side_lacks_leaves_the_others_compared()
    {
        var old = Table("old.csv", Row("a"));
        var cut = string.Concat((Csv.OutcomeHeader + Row("a", ("result", "ok|EFAULT"))).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[..line.LastIndexOf(',')] + "\n"));
        var diff = Differs(old, _directory.Write("new.csv", cut));
        Assert.Contains("only in " + old + ": column blocks_delta", diff, StringComparison.Ordinal);
        Assert.Contains("1. new failure (broken)", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ignored_does_not_differ()
    {
        var (old, changed) = (Table("old.csv", Row("a")), Table("new.csv", Row("a", ("mtime_changed", "0|1"), ("blocks_delta", "0|8"))));
        Differs(old, changed, "--ignore", "mtime_changed");
        CommandLine.Done("diff", old, changed, "--ignore", "mtime_changed,blocks_delta");
        CommandLine.Done("diff", old, changed, "--ignore", "mtime_changed", "--ignore", "blocks_delta");
    }

    [Fact]
    public void Another_key_pairs_other_rows()
    {
        var (old, renamed) = (Table("old.csv", Row("a")), Table("new.csv", Row("z")));
        Differs(old, renamed);
        CommandLine.Done("diff", old, renamed, "--key", "kernel,strategy,mount,fs,mapping,geometry,extent,size,thp,steps", "--ignore", "id");
    }

    [Fact]
    public void A_csv_result_is_a_table_of_cells_in_order_of_the_key()
    {
        var old = Table("old.csv", Row("a"), Row("b"), Row("d"));
        var diff = Differs(old, Table("new.csv", Row("d", ("handler", "|PUD:FALLBACK")), Row("c"), Row("a", ("page", "dax|dax"), ("blocks_delta", "0|-8"))), "--format", "csv");
        Assert.Equal(
            """
            id,kernel,strategy,column,old,new
            a,v4.13,zwisler,page,dax|anon,dax|dax
            a,v4.13,zwisler,blocks_delta,0|0,0|-8
            b,v4.13,zwisler,(row),present,absent
            c,v4.13,zwisler,(row),absent,present
            d,v4.13,zwisler,handler,PMD:NOPAGE|,|PUD:FALLBACK

            """,
            diff);
    }

    [Fact]
    public void Markdown_says_the_same()
    {
        var diff = Differs(Table("old.csv", Row("a")), Table("new.csv", Row("a", ("result", "ok|EFAULT"))), "--format", "md");
        Assert.Contains("### 1. new failure (broken): ok -> failure\n", diff, StringComparison.Ordinal);
        Assert.Contains("| result | ok\\|ok | ok\\|EFAULT |\n", diff, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_file_holds_what_would_be_shown()
    {
        var (old, changed) = (Table("old.csv", Row("a")), Table("new.csv", Row("a", ("result", "ok|EFAULT"))));
        foreach (var format in (string[])["text", "md", "csv"])
        {
            var done = CommandLine.Run("diff", old, changed, "--format", format, "--out", _directory["d"]);
            Assert.Equal((1, "", ""), (done.ExitCode, done.Output, done.Error));
            Assert.Equal(Differs(old, changed, "--format", format), File.ReadAllText(_directory["d"]));
        }
    }

    [Fact]
    public void The_culture_changes_no_byte()
    {
        var (old, changed) = (Table("old.csv", Row("a")), Table("new.csv", Row("a", ("blocks_delta", "0|-8"))));
        var plain = Differs(old, changed);
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "\u2212";
        german.TextInfo.ListSeparator = ";";
        try
        {
            CultureInfo.CurrentCulture = german;
            Assert.Equal(plain, Differs(old, changed));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>The counts of a row with one step.</summary>
    private static readonly (string, string)[] One =
        [.. ((string[])["journal_starts", "iomap_starts", "thp_fault_fallback", "thp_split_pmd", "mtime_changed", "blocks_delta"]).Select(name => (name, "0"))];

    private static string Row(string id, params (string Column, string Cell)[] changes)
        => Csv.Outcome([("id", id), .. changes])[Csv.OutcomeHeader.Length..];

    private static string Differs(params string[] arguments)
    {
        var diff = CommandLine.Run(["diff", .. arguments]);
        Assert.Equal("", diff.Error);
        Assert.Equal(1, diff.ExitCode);
        return diff.Output;
    }

    private string Table(string name, params string[] rows) => _directory.Write(name, Csv.OutcomeHeader + string.Concat(rows));
}
