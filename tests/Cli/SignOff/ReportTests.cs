namespace Compare.Tests.Cli;

public sealed class ReportTests : IDisposable
{
    /// <summary>The report on the standard matrix with the accepted ledger.</summary>
    private static readonly Lazy<(string Markdown, string Mail)> Standard = new(() =>
    {
        using var directory = new TemporaryDirectory();
        CommandLine.Done("report", "--out", directory["out"], "--ledger", RepositoryRoot.File("reports/baseline/signoff.csv"));
        return (File.ReadAllText(directory["out/signoff.md"]), File.ReadAllText(directory["out/signoff.txt"]));
    });

    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_small_report_is_printed_as_it_should_be()
    {
        var (markdown, mail) = _desk.Report();
        Golden.Check("signoff-small.md", markdown.Replace(_desk.Matrix, "matrix.csv", StringComparison.Ordinal));
        Golden.Check("signoff-small.txt", mail);
    }

    [Fact]
    public void A_contender_that_did_not_run_is_named_and_the_pairs_that_it_would_make()
    {
        CommandLine.Done(
            "report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--where", "kernel = v4.13 and strategy = v2 or kernel = v6.1");
        var answer = Answer();
        Assert.Contains(" original -> v2: on v4.13 not compared; on v6.1 2 scenarios repaired, ", answer, StringComparison.Ordinal);
        Assert.Contains(" v2 -> zwisler: on v4.13 not compared; on v6.1 no result differs.\n", answer, StringComparison.Ordinal);
        Assert.Contains(" original: on v4.13 not run; on v6.1 frozen-hang in 1 scenario", answer, StringComparison.Ordinal);
        Assert.Contains(" v2: nothing.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("The same on each kernel", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strategy = original and fs = rw or strategy = v2 and fs = ro")]
    [InlineData("strategy = original and kernel = v4.13 or strategy = v2 and kernel = v6.1")]
    public void A_pair_that_shares_no_scenario_is_not_compared(string where)
    {
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--where", where);
        Assert.Contains("\n1. **Results.** original -> v2: not compared.\n", Answer(), StringComparison.Ordinal);
        Assert.DoesNotContain("fixed 0", File.ReadAllText(_desk["out/signoff.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_reached_of_a_strategy_read_from_source_is_said_below_it()
    {
        var file = _desk.Write("mine.c", "bool write = vmf->flags & FAULT_FLAG_WRITE;\nif (write && !vmf->vma)\n\twrite = false;\n");
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--strategy", "zwisler", "--strategy", file);
        var remark = $"  - line 3 of {file} is never reached\n";
        Assert.Contains($"({file})\n{remark}", File.ReadAllText(_desk["out/signoff.md"]), StringComparison.Ordinal);
        Assert.Contains("is never reached", File.ReadAllText(_desk["out/signoff.txt"]).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_on_each_kernel_is_said_where_it_is()
    {
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--where", "strategy != v2 or kernel != v4.13");
        Assert.Contains(
            " original -> zwisler: 2 scenarios repaired, 0 broken, 0 with another result. v2 -> zwisler: on v4.13 not compared; "
            + "on v6.1 and v6.12 no result differs. The same on each kernel where none is named.\n",
            Answer(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_that_makes_the_outcomes_can_be_pasted_into_a_shell()
    {
        Directory.CreateDirectory(_desk["m x"]);
        var matrix = _desk.Write("m x/it's.csv", File.ReadAllText(_desk.Matrix));
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", matrix, "--where", "steps = \"load\"", "--kernel", "v6.1");
        var markdown = File.ReadAllText(_desk["out/signoff.md"]);
        var quoted = matrix.Replace("'", "'\\''", StringComparison.Ordinal);
        Assert.Contains($"`compare run --matrix '{quoted}' --where 'steps = \"load\"' --kernel v6.1`", markdown, StringComparison.Ordinal);
        Assert.Contains("of matrix `it's.csv` where ", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
        => Assert.Equal(_desk.Report(), _desk.Report());

    [Fact]
    public void Nothing_but_a_decision_has_a_date()
    {
        var year = DateTime.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var before = _desk.Report();
        Assert.DoesNotContain($"{year}-", before.Markdown + before.Mail, StringComparison.Ordinal);
        _desk.Accept(_desk.Open("hang"));
        Assert.Contains("accepted by a reviewer, 2017-08-23", _desk.Report().Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mail_is_plain_text_of_at_most_72_columns_and_ends_with_trailers_to_fill()
    {
        var mail = Standard.Value.Mail;
        Assert.All(mail.Split('\n'), line => Assert.InRange(line.Length, 0, 72));
        Assert.All(mail.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.All(mail, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
        Assert.EndsWith("\n\nReviewed-by:\nTested-by:\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_longer_than_a_line_of_a_mail_is_cut()
    {
        var word = new string('x', 200);
        _desk.Write("signoff.csv", "");
        File.Delete(_desk.Ledger);
        CommandLine.Done(
            ["accept", _desk.Open("hang")[0], "--by", word, "--reason", word, "--date", "2017-08-23", .. _desk.Choice, "--ledger", _desk.Ledger]);
        var mail = _desk.Report().Mail;
        Assert.All(mail.Split('\n'), line => Assert.InRange(line.Length, 0, 72));
        Assert.Contains(word, mail.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_write_does_not_break_the_markdown()
    {
        CommandLine.Done(
            ["accept", _desk.Open("hang")[0], "--by", "a | b <c>", "--reason", "*so*", "--date", "2017-08-23", .. _desk.Choice, "--ledger", _desk.Ledger]);
        Assert.Contains(@"accepted by a \| b \<c>, 2017-08-23: \*so\*", _desk.Report().Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_are_listed_worst_first()
    {
        var rules = CommandLine.Done("list", "rules");
        Assert.Contains("| frozen-hang           | hang                | an access that does not change the file hangs ", rules, StringComparison.Ordinal);
        Assert.True(rules.IndexOf("livelock", StringComparison.Ordinal) < rules.IndexOf("journal-beyond-fewest", StringComparison.Ordinal));
    }

    [Fact]
    public void The_accepted_report_is_what_the_command_writes_today()
    {
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.File("reports/baseline/signoff.md")),
            Standard.Value.Markdown.Replace("`VALIDITY.md`", "[VALIDITY.md](../../docs/VALIDITY.md)", StringComparison.Ordinal));
    }
    /// <summary>The answer of the report in <c>out</c>.</summary>
    private string Answer() => File.ReadAllText(_desk["out/signoff.md"]).Split("\n## ")[1];
}
