namespace Compare.Tests.Cli;

public sealed class ReportTests : IDisposable
{
    /// <summary>The report on the standard matrix with the accepted ledger.</summary>
    private static readonly Lazy<(string Page, string Details, string Mail)> Standard = new(() =>
    {
        using var directory = new TemporaryDirectory();
        CommandLine.Done("report", "--out", directory["out"], "--ledger", RepositoryRoot.File("reports/baseline/signoff.csv"));
        return (File.ReadAllText(directory["out/signoff.md"]), File.ReadAllText(directory["out/details.md"]), File.ReadAllText(directory["out/signoff.txt"]));
    });

    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_small_report_is_printed_as_it_should_be()
    {
        var (page, details, mail) = _desk.Report();
        Golden.Check("signoff-small.md", Named(page));
        Golden.Check("signoff-small-details.md", Named(details));
        Golden.Check("signoff-small.txt", Named(mail));

        string Named(string text) => text.Replace(_desk.Matrix, "matrix.csv", StringComparison.Ordinal);
    }

    [Fact]
    public void A_contender_that_did_not_run_on_a_kernel_is_said_to_be_not_compared_there()
    {
        CommandLine.Done(
            "report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--where", "kernel = v4.13 and strategy = v2 or kernel = v6.1");
        var verdicts = Verdicts();
        Assert.Contains(
            "**v2: mergeable.** It breaks nothing that original does right, and costs nothing more. "
            + "It repairs 2 of 4 scenarios, in which original does wrong. It was not compared on v4.13.",
            verdicts,
            StringComparison.Ordinal);
        Assert.Contains("v2 and zwisler: equal for programs in all of these scenarios; ", verdicts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strategy = original and fs = rw or strategy = v2 and fs = ro")]
    [InlineData("strategy = original and kernel = v4.13 or strategy = v2 and kernel = v6.1")]
    public void A_pair_that_shares_no_scenario_is_not_compared_and_not_mergeable(string where)
    {
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--where", where);
        Assert.Contains("**v2: decide.** It was not compared: no scenario was run by original and by it.", Verdicts(), StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run("verify", "--matrix", _desk.Matrix, "--where", where).ExitCode);
    }

    [Fact]
    public void What_was_not_reached_of_a_strategy_read_from_source_is_said_below_it()
    {
        var file = _desk.Write("mine.c", "bool write = vmf->flags & FAULT_FLAG_WRITE;\nif (write && !vmf->vma)\n\twrite = false;\n");
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", _desk.Matrix, "--strategy", "zwisler", "--strategy", file);
        var remark = $"  - line 3 of {file} is never reached\n";
        Assert.Contains($"({file})\n{remark}", File.ReadAllText(_desk["out/details.md"]), StringComparison.Ordinal);
        Assert.Contains("is never reached", File.ReadAllText(_desk["out/signoff.txt"]).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_that_makes_the_outcomes_can_be_pasted_into_a_shell()
    {
        Directory.CreateDirectory(_desk["m x"]);
        var matrix = _desk.Write("m x/it's.csv", File.ReadAllText(_desk.Matrix));
        CommandLine.Done("report", "--out", _desk["out"], "--matrix", matrix, "--where", "steps = \"load\"", "--kernel", "v6.1");
        var markdown = File.ReadAllText(_desk["out/details.md"]);
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
        Assert.DoesNotContain($"{year}-", before.Page + before.Details + before.Mail, StringComparison.Ordinal);
        _desk.Accept(_desk.Open("hang"));
        Assert.Contains("accepted by a reviewer, 2017-08-23", _desk.Report().Details, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_has_at_most_120_lines_of_100_columns()
    {
        var lines = Standard.Value.Page.Split('\n');
        Assert.InRange(lines.Length, 1, 121);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void The_mail_is_plain_text_of_at_most_60_lines_of_72_columns_and_signs_for_nobody()
    {
        var mail = Standard.Value.Mail;
        Assert.InRange(mail.Split('\n').Length, 1, 61);
        Assert.All(mail.Split('\n'), line => Assert.InRange(line.Length, 0, 72));
        Assert.All(mail.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.All(mail, c => Assert.True(c is '\n' or (>= ' ' and <= '~')));
        Assert.DoesNotMatch("(Reviewed|Tested)-by|[.]md|VALIDITY", mail);
    }

    [Fact]
    public void What_people_write_does_not_break_the_markdown()
    {
        CommandLine.Done(
            ["accept", _desk.Open("hang")[0], "--by", "a | b <c>", "--reason", "*so*", "--date", "2017-08-23", .. _desk.Choice, "--ledger", _desk.Ledger]);
        Assert.Contains(@"accepted by a \| b \<c>, 2017-08-23: \*so\*", _desk.Report().Details, StringComparison.Ordinal);
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
        Assert.Equal(File.ReadAllText(RepositoryRoot.File("reports/baseline/signoff.md")), Standard.Value.Page);
        Assert.Equal(
            File.ReadAllText(RepositoryRoot.File("reports/baseline/details.md")),
            Standard.Value.Details.Replace("`VALIDITY.md`", "[VALIDITY.md](../../docs/VALIDITY.md)", StringComparison.Ordinal));
    }

    /// <summary>The verdicts of the page in <c>out</c>, in one line.</summary>
    private string Verdicts() => File.ReadAllText(_desk["out/signoff.md"]).Split("\n## ")[0].ReplaceLineEndings(" ");
}
