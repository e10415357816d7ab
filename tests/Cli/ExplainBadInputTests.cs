namespace Compare.Tests.Cli;

public sealed class ExplainBadInputTests
{
    [Theory]
    [InlineData("explain", "explain: found nothing, expected LEFT RIGHT, --base and --candidate, or --all")]
    [InlineData("explain v2", "explain: found 'v2' alone, expected LEFT RIGHT, --base and --candidate, or --all")]
    [InlineData("explain v2 --all", "explain: found --all and 'v2', expected one of them")]
    [InlineData("explain v2 v2", "explain: found 'v2' twice, expected two different sides")]
    [InlineData("explain v2 v6.1", "explain: found 'v2' and 'v6.1', expected two strategies or two kernels")]
    [InlineData("explain --all --kernel v6.1 --strategy v2", "explain: found v2 on v6.1 alone, expected two strategies or two kernels")]
    [InlineData("explain v2 zwisler original", "explain: found 'original', expected no more arguments")]
    public void Sides_that_are_no_pair_are_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("explain v2 ziwsler", "unknown strategy or kernel 'ziwsler', expected one of original, v2, zwisler, zwisler-no-pud, lookup-journal, never, v2-nosplit, v4.13,")]
    [InlineData("explain v2 ziwsler", "did you mean 'zwisler'?")]
    [InlineData("explain v2 zwisler --kernel v4.1", "unknown kernel 'v4.1', expected one of v4.13,")]
    [InlineData("explain v4.13 v6.1 --strategy v3", "unknown strategy 'v3', expected one of original, v2, zwisler, zwisler-no-pud, lookup-journal, never, v2-nosplit; did you mean 'v2'?")]
    [InlineData("explain v2 zwisler --measure journal", "--measure: unknown measure 'journal', expected one of result, page,")]
    [InlineData("explain v2 zwisler --format html", "--format: unknown format 'html', expected one of text, md, csv")]
    [InlineData("explain v2 zwisler --matrix standart", "unknown matrix 'standart'")]
    [InlineData("explain v2 zwisler --matrix none.csv", "none.csv: no such file")]
    [InlineData("explain v2 none.dll:x", "none.dll")]
    [InlineData("explain v2 zwisler --kernle v6.1", "unknown option '--kernle'; did you mean '--kernel'?")]
    public void A_name_that_nothing_has_is_refused(string line, string reason) => Refused(line, reason);

    [Theory]
    [InlineData("explain v4.13 v6.1 --kernel v6.1", "found --kernel and kernels to compare, expected one of them")]
    [InlineData("explain v2 zwisler --strategy original", "found --strategy and strategies to compare, expected one of them")]
    [InlineData("explain v2 zwisler --jobs 0", "--jobs: found '0', expected a number from 1 to 256")]
    [InlineData("explain v2 zwisler --format text --format csv", "--format: found 2 times, expected once")]
    public void Options_that_do_not_fit_are_refused(string line, string reason) => Refused(line, reason);

    [Fact]
    public void A_filter_for_which_nothing_is_left_is_refused()
        => Assert.Equal(
            "--where: found nothing for which 'access = fork' holds, expected at least one",
            CommandLine.Refused("explain", "v2", "zwisler", "--where", "access = fork"));

    [Theory]
    [InlineData("explain v2 zwisler", "kernel = v6.1 and strategy = v2")]
    [InlineData("explain v2 zwisler", "strategy = v2 and fs = ro or strategy = zwisler and fs = rw")]
    [InlineData("explain v4.13 v6.1", "kernel = v6.1")]
    [InlineData("explain --all", "kernel = v4.13 and strategy = v2")]
    [InlineData("explain --all --format csv", "kernel = v4.13 and strategy = v2 or kernel = v6.1 and strategy = zwisler")]
    public void A_filter_for_which_no_two_sides_share_a_scenario_is_refused(string line, string where)
        => Assert.Equal(
            $"--where: found no scenario for which '{where}' holds on two sides, expected at least one",
            CommandLine.Refused([.. line.Split(' '), "--where", where]));

    [Theory]
    [InlineData("explain v2 zwisler")]
    [InlineData("report")]
    [InlineData("verify")]
    [InlineData("run")]
    public void A_filter_that_names_a_contender_which_was_not_chosen_is_refused_everywhere(string line)
    {
        var refused = CommandLine.Run([.. line.Split(' '), "--kernel", "v6.1", "--where", "kernel = v4.13"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("compare: --where: kernel: found 'v4.13', expected ", refused.Error, StringComparison.Ordinal);
    }

    private static void Refused(string line, string reason)
        => Assert.Contains(reason, CommandLine.Refused(line.Split(' ')), StringComparison.Ordinal);
}
