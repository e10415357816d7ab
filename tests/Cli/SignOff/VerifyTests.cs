namespace Compare.Tests.Cli;

public sealed class VerifyTests : IDisposable
{
    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Verify_fails_until_everything_it_names_is_accepted()
    {
        var open = _desk.Open("other-result");
        Assert.NotEmpty(open);
        _desk.Accept(open[..1]);
        Assert.Equal(1, _desk.Verify().ExitCode);
        _desk.Accept(open[1..]);
        var verified = _desk.Verify();
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Contains($"0 open at other-result or worse, ", verified.Output, StringComparison.Ordinal);
        Assert.Contains($"; ledger: {open.Length} decided, 0 void, 0 orphaned.\n", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Strategies_named_in_another_order_void_nothing()
    {
        var all = _desk.Open("bookkeeping");
        _desk.Accept(all);
        string[] turned = ["--matrix", _desk.Matrix, "--kernel", "v4.13", "--candidate", "original", "--base", "zwisler"];
        var verified = CommandLine.Run(["verify", .. turned, "--ledger", _desk.Ledger, "--severity", "bookkeeping"]);
        Assert.Equal(0, verified.ExitCode);
        Assert.EndsWith($"\n0 open at bookkeeping or worse, 0 below it; ledger: {all.Length} decided, 0 void, 0 orphaned.\n", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_severity_decides_what_counts()
    {
        var all = _desk.Open("bookkeeping");
        Assert.Subset(all.ToHashSet(), _desk.Open("hang").ToHashSet());
        Assert.True(_desk.Open("hang").Length < all.Length);
        Assert.Empty(_desk.Open("data-at-risk"));
        Assert.Equal(0, CommandLine.Run(["verify", .. _desk.Choice, "--severity", "data-at-risk"]).ExitCode);
    }

    [Fact]
    public void The_command_that_is_printed_sees_the_same_and_accepts_it()
    {
        var line = CommandLine.Run(["verify", .. _desk.Choice]).Output.Split('\n').First(line => line.StartsWith("  compare accept", StringComparison.Ordinal));
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Contains("Accepted ", CommandLine.Done([.. words, "--ledger", _desk.Ledger]), StringComparison.Ordinal);
        Assert.DoesNotContain(words[1], _desk.Open("bookkeeping"));
    }

    [Fact]
    public void A_condition_in_the_printed_command_is_quoted_for_the_shell()
    {
        var output = CommandLine.Run("verify", "--where", "fs in (ro, rw)", "--kernel", "v4.13", "--base", "zwisler").Output;
        Assert.Contains(" --reason TEXT --where 'fs in (ro, rw)' --kernel v4.13 --base zwisler\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_is_void_once_a_scenario_of_the_class_has_changed()
    {
        _desk.Accept(_desk.Open("bookkeeping"));
        Assert.Equal(0, _desk.Verify("--severity", "bookkeeping").ExitCode);
        _desk.Write("matrix.csv", SignOffDesk.Rows("emergency"));
        var changed = _desk.Verify("--severity", "bookkeeping");
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("void: the evidence has changed since a reviewer decided, 2017-08-23, on 1 scenario\n", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Void: the evidence has changed since:\n", _desk.Report().Details, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_what_is_gone_is_orphaned_and_no_longer_asked_for()
    {
        _desk.Accept(_desk.Open("bookkeeping"));
        _desk.Write("matrix.csv", SignOffDesk.Rows("ro").Replace("frozen,dax,frozen", "frozen,dax,rw", StringComparison.Ordinal));
        var output = _desk.Verify().Output;
        Assert.Matches(@"orphaned: f-[0-9a-f]{8}: v4\.13 zwisler -> v4\.13 original: frozen-hang: nothing matches it any more \(line \d+ of the ledger\)\n", output);
        Assert.Contains("Orphaned: nothing matches these any more:\n", _desk.Report().Details, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_scenarios_that_the_filter_leaves_out_is_not_covered_and_not_orphaned()
    {
        _desk.Accept(_desk.Open("bookkeeping"));
        var rows = File.ReadAllLines(_desk.Ledger).Length - 1;
        var part = _desk.Verify("--severity", "bookkeeping", "--where", "fs = rw and access = load");
        Assert.Equal((0, ""), (part.ExitCode, part.Error));
        Assert.DoesNotContain("orphaned:", part.Output, StringComparison.Ordinal);
        Assert.Matches(@"\nnot covered by this selection: (([df]-[0-9a-f]{8})(, |\n))+0 open", part.Output);
        Assert.EndsWith($"; ledger: 0 decided, 0 void, 0 orphaned, {rows} not covered by this selection.\n", part.Output, StringComparison.Ordinal);

        // A filter that leaves nothing out for the contenders leaves nothing to doubt.
        _desk.Write("matrix.csv", SignOffDesk.Rows("ro").Replace("frozen,dax,frozen", "frozen,dax,rw", StringComparison.Ordinal));
        Assert.Contains("\norphaned: f-", _desk.Verify("--where", "kernel = v4.13").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_more_than_the_filter_admits_is_void_there_and_not_said_to_have_changed()
    {
        _desk.Write("matrix.csv", SignOffDesk.Rows("ro") + "other,dax,emergency,private,aligned,written,full,huge,copyin\n");
        _desk.Accept(_desk.Open("bookkeeping"));
        var part = _desk.Verify("--severity", "bookkeeping", "--where", "fs = ro");
        Assert.Equal(1, part.ExitCode);
        Assert.Contains(
            "void: this selection has other evidence than that on which a reviewer decided, 2017-08-23, on 2 scenarios\n",
            part.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("changed since", part.Output, StringComparison.Ordinal);
        CommandLine.Done(["report", .. _desk.Choice, "--ledger", _desk.Ledger, "--where", "fs = ro", "--out", _desk["out"]]);
        var markdown = File.ReadAllText(_desk["out/details.md"]);
        Assert.Contains("Void: decided on other evidence than this selection has:\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_that_takes_the_place_of_another_one_says_of_which()
    {
        _desk.Write("matrix.csv", SignOffDesk.Rows("ro") + "other,dax,emergency,private,aligned,written,full,huge,copyin\n");
        var id = CommandLine.Run(["verify", .. _desk.Choice, "--where", "fs = ro", "--severity", "bookkeeping"]).Output.Split(' ')
            .First(word => word.StartsWith("d-", StringComparison.Ordinal));
        const string Old = "accepted by a reviewer, 2017-08-23, on 1 scenario: so";
        Assert.Matches($@"\AAccepted {id}: [^\n]*\nMade the ledger [^\n]*\n\z", Accept(id, "fs = ro"));
        Assert.EndsWith($"\n  in place of a decision on the same evidence: {Old}\n", Accept(id, "fs = ro"), StringComparison.Ordinal);
        Assert.EndsWith($"\n  in place of a decision on other evidence: {Old}\n", Accept(id, "fs = emergency"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_severity_is_refused_with_the_nearest()
        => Assert.EndsWith("did you mean 'hang'?", CommandLine.Refused("verify", "--severity", "hnag"), StringComparison.Ordinal);

    [Theory]
    [InlineData("d-00000000", "expected a class or finding of this run")]
    [InlineData("zwisler", "expected the id of a class or finding")]
    public void An_id_that_nothing_has_is_refused(string id, string problem)
        => Assert.Contains(problem, CommandLine.Refused(["accept", id, "--by", "a reviewer", "--reason", "so", .. _desk.Choice]), StringComparison.Ordinal);

    [Theory]
    [InlineData("--by", " ", "--by: found nothing")]
    [InlineData("--reason", "two\nlines", "--reason: found 'two\\u000Alines' with the control character \\u000A, expected text without one")]
    [InlineData("--date", "23.08.2017", "--date: found '23.08.2017', expected a date as in 2017-08-23")]
    public void A_decision_without_name_reason_or_day_is_refused(string option, string value, string problem)
    {
        var words = new Dictionary<string, string> { ["--by"] = "a reviewer", ["--reason"] = "so", ["--date"] = "2017-08-23" };
        words[option] = value;
        var refused = CommandLine.Refused(["accept", "d-00000000", .. words.SelectMany(word => (string[])[word.Key, word.Value]), .. _desk.Choice]);
        Assert.StartsWith(problem, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_accepts_must_be_said()
        => Assert.Contains("--by", CommandLine.Refused("accept", "d-00000000", "--reason", "so"), StringComparison.Ordinal);

    private string Accept(string id, string where)
    {
        string[] decision = ["accept", id, "--by", "a reviewer", "--reason", "so", "--date", "2017-08-23"];
        return CommandLine.Done([.. decision, .. _desk.Choice, "--ledger", _desk.Ledger, "--where", where]);
    }
}
