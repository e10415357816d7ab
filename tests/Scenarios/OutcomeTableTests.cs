using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class OutcomeTableTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_row_has_a_value_of_each_measure_for_each_step()
    {
        var row = Assert.Single(Read(Csv.Outcome()));
        Assert.Equal("(a, v4.13, zwisler)", row.Key);
        Assert.Equal(2, row.StepsRun);
        Assert.Equal(2, OutcomeTable.Read(_directory["t.csv"]).LineOf(0, 0));
        Assert.Equal("PMD:NOPAGE|", row.Text(Measure.Handler));
        Assert.Equal(["PMD:NOPAGE", ""], row.Values(Measure.Handler));
        Assert.Equal(["dax", "anon"], row.Values(Measure.Page));
    }

    [Fact]
    public void Rows_are_given_in_ordinal_order_of_id_kernel_and_strategy()
    {
        string[] keys = ["b,v4.13,v2", "a,v6.1,v2", "a,v4.13,zwisler", "a,v4.13,original", "B,v6.1,zwisler"];
        var text = Csv.OutcomeHeader + string.Concat(keys.Select(key => Csv.OutcomeRow.Replace("a,v4.13,zwisler", key, StringComparison.Ordinal)));
        Assert.Equal(
            ["B,v6.1,zwisler", "a,v4.13,original", "a,v4.13,zwisler", "a,v6.1,v2", "b,v4.13,v2"],
            Read(text).Select(row => $"{row.Scenario.Id},{row.Kernel},{row.Strategy}"));
    }

    [Fact]
    public void A_duplicate_key_is_refused_with_both_lines()
        => Refused(Csv.Outcome() + Csv.OutcomeRow, ":3: found (a, v4.13, zwisler) again, which line 2 has already");

    [Fact]
    public void A_header_without_rows_is_refused()
        => Refused(Csv.OutcomeHeader, ":1: found a header without rows, expected at least one outcome");

    [Fact]
    public void An_id_that_means_two_scenarios_is_refused()
        => Refused(
            Csv.Outcome() + Csv.OutcomeRow.Replace("v4.13", "v6.1", StringComparison.Ordinal).Replace("written", "hole", StringComparison.Ordinal),
            ":3: column 'extent': found 'hole' for 'a', expected 'written' as in line 2: one id is one scenario");

    [Theory]
    [InlineData("kernel", "", "found nothing, expected a name")]
    [InlineData("strategy", "", "found nothing, expected a name")]
    [InlineData("fs", "rwx", "did you mean 'rw'?")]
    [InlineData("steps", "load sture", "did you mean 'store'?")]
    [InlineData("result", "ok|sigbus", "did you mean 'SIGBUS'?")]
    [InlineData("result", "ok|", "found nothing, expected one of ok")]
    [InlineData("result", "ok|ok|ok", "found 3 values, expected at most one for each of 2 steps")]
    [InlineData("result", "ok", "found 1 values for 2 steps, expected one for each")]
    [InlineData("result", "blocked|ok", "found blocked at step 1, expected it at the last step that ran only")]
    [InlineData("result", "oops|ok", "found oops at step 1, expected it at the last step that ran only")]
    [InlineData("result", "hang|ok", "found hang at step 1, expected it at the last step that ran only")]
    [InlineData("result", "ok|opps", "did you mean 'oops'?")]
    [InlineData("page", "dax|Anon", "did you mean 'anon'?")]
    [InlineData("page", "dax", "found 1 values, expected 2, as many as in result")]
    [InlineData("page", "dax|-", "expected - after fork, blocked, livelock, oops and hang, and where the task waits, and only there")]
    [InlineData("handler", "PMD:NOPAGE", "found 1 values, expected 2")]
    [InlineData("handler", "PMB:NOPAGE|", "unknown handler: found 'PMB', expected one of PUD, PMD, PTE, MKWRITE, PAGE_MKWRITE; did you mean 'PMD'?")]
    [InlineData("handler", "PMD:NOPAG|", "unknown return: found 'NOPAG'")]
    [InlineData("handler", "PUD:FALLBACK  PMD:NOPAGE|", "unknown handler: found nothing")]
    [InlineData("handler", "PUD PMD:NOPAGE|", "found 'PUD' without a return")]
    [InlineData("handler", "PAGE_MKWRITE:NOPAGE|", "unknown handler")]
    [InlineData("handler", "PMD|", "expected it on blocked, oops and hang only")]
    [InlineData("handler", "PMD:FALLBACK*|", "expected * on livelock only")]
    [InlineData("handler", "PMD:LOCKED+NOPAGE|", "found the return 'LOCKED+NOPAGE', expected 'NOPAGE+LOCKED': each flag once, in this order")]
    [InlineData("handler", "PMD:NOPAGE+NOPAGE|", "found the return 'NOPAGE+NOPAGE', expected 'NOPAGE'")]
    [InlineData("journal_starts", "0|-1", "found '-1', expected a count")]
    [InlineData("journal_starts", "0|*", "expected * on livelock and only there")]
    [InlineData("iomap_starts", "0|01", "found '01', expected a count")]
    [InlineData("thp_fault_fallback", "0|1.0", "expected a count")]
    [InlineData("thp_split_pmd", "0| 1", "expected a count")]
    [InlineData("mtime_changed", "0|2", "found '2', expected 0, 1 or ?")]
    [InlineData("blocks_delta", "0|+8", "found '+8', expected an integer")]
    [InlineData("blocks_delta", "0|*", "found '*', expected an integer")]
    [InlineData("blocks_delta", "-0|0", "found '-0', expected an integer")]
    public void A_value_that_a_column_does_not_have_is_refused_at_its_place(string column, string cell, string reason)
    {
        var message = Refused(Csv.Outcome((column, cell)), reason);
        Assert.Contains($":2: column '{column}': ", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blocked")]
    [InlineData("oops")]
    [InlineData("hang")]
    public void A_step_whose_call_never_returns_ends_the_run(string result)
        => Assert.Equal(1, Assert.Single(Read(Stopped(result, "PUD:FALLBACK PMD", "0"))).StepsRun);

    [Theory]
    [InlineData("oops")]
    [InlineData("hang")]
    public void Nobody_asks_for_the_page_where_the_handler_fails(string result)
        => Refused(Csv.Outcome(("result", $"ok|{result}")), ":2: column 'page': found 'anon' at step 2, expected - after fork");

    [Fact]
    public void A_livelock_ends_the_run_and_has_stars()
        => Assert.Equal("*", Assert.Single(Read(Stopped("livelock", "PMD:FALLBACK*", "*"))).Text(Measure.JournalStarts));

    [Fact]
    public void A_livelock_with_a_count_is_refused()
        => Refused(Stopped("livelock", "PMD:FALLBACK*", "7"), ":2: column 'journal_starts': found '7' at step 1, expected * on livelock");

    [Fact]
    public void A_livelock_whose_calls_have_no_star_is_refused()
        => Refused(Stopped("livelock", "PMD:FALLBACK", "*"), ":2: column 'handler': found 'PMD:FALLBACK' at step 1, expected * on livelock after the calls");

    [Theory]
    [InlineData("PMD:HWPOISON")]
    [InlineData("PTE:SIGSEGV")]
    [InlineData("PTE:NOPAGE+NEEDDSYNC PAGE_MKWRITE MKWRITE:0")]
    public void Returns_that_the_engine_never_gives_are_known(string calls)
        => Assert.Equal($"{calls}|", Assert.Single(Read(Csv.Outcome(("handler", $"{calls}|")))).Text(Measure.Handler));

    [Fact]
    public void Errno_names_that_the_engine_never_gives_are_known()
        => Assert.Equal("EACCES|EPERM", Assert.Single(Read(Csv.Outcome(("result", "EACCES|EPERM")))).Text(Measure.Result));

    [Fact]
    public void A_row_is_made_only_from_cells_that_agree()
    {
        var row = Assert.Single(Read(Csv.Outcome()));
        string[] cells = [.. OutcomeColumns.Measures.Select((_, i) => row.Text((Measure)i))];
        Assert.Equal(row, OutcomeRow.Create(row.Scenario, "v4.13", "zwisler", cells));
        Assert.NotEqual(row, OutcomeRow.Create(row.Scenario, "v4.13", "v2", cells));
        cells[(int)Measure.Page] = "dax|-";
        Assert.Throws<ArgumentException>(() => OutcomeRow.Create(row.Scenario, "v4.13", "zwisler", cells));
        cells[(int)Measure.Page] = "dax|nothing";
        Assert.Throws<ArgumentException>(() => OutcomeRow.Create(row.Scenario, "v4.13", "zwisler", cells));
    }

    [Fact]
    public void A_scenario_table_is_no_outcome_table()
        => Refused(Csv.ScenarioHeader + Csv.ScenarioRow, ":1: found no column kernel, strategy, result, page");

    private static string Stopped(string result, string handler, string count) => Csv.Outcome(
        ("result", result),
        ("page", "-"),
        ("handler", handler),
        ("journal_starts", count),
        ("iomap_starts", count),
        ("thp_fault_fallback", count),
        ("thp_split_pmd", count),
        ("mtime_changed", "0"),
        ("blocks_delta", "0"));

    private ImmutableArray<OutcomeRow> Read(string text) => OutcomeRow.Of(OutcomeTable.Read(_directory.Write("t.csv", text)));

    private string Refused(string text, string reason)
    {
        var error = Assert.Throws<InputException>(() => Read(text));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
