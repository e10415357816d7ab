using System.Diagnostics;
using Compare.Reports;

namespace Compare.Tests.Cli;

/// <summary>A ledger in a git repository.</summary>
public sealed class CommittedTests : IDisposable
{
    private const string NeedsGit = "needs git";

    private readonly SignOffDesk _desk = new();

    public static bool HasGit { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "git")));

    public void Dispose() => _desk.Dispose();

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void A_row_counts_once_it_is_committed()
    {
        var count = AcceptAll();
        Git("init", "--quiet");
        AssertNoneCounts(count);
        Git("add", ".");
        AssertNoneCounts(count);
        Commit();
        var verified = Verify();
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.EndsWith(
            $"\n0 open at bookkeeping or worse, 0 below it; ledger: {count} decided, 0 void, 0 orphaned, 0 rows of the ledger not committed yet.\n",
            verified.Output,
            StringComparison.Ordinal);
    }

    [Theory(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    [InlineData("a reviewer", "somebody else")]
    [InlineData("2017-08-23", "2017-08-24")]
    [InlineData("it is meant and right", "it is meant")]
    public void A_row_that_is_edited_does_not_count_until_it_is_committed_again(string text, string replacement)
    {
        var count = AcceptAll();
        Git("init", "--quiet");
        Commit();
        var rows = File.ReadAllLines(_desk.Ledger);
        rows[2] = rows[2].Replace(text, replacement, StringComparison.Ordinal);
        File.WriteAllLines(_desk.Ledger, rows);
        Assert.Equal(0, _desk.Verify("--severity", "bookkeeping").ExitCode);
        var verified = Verify();
        Assert.Equal((1, ""), (verified.ExitCode, verified.Error));
        Assert.Contains(", in line 3 of the ledger, which is not committed yet\n", verified.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"\n1 open at bookkeeping or worse, 0 below it; ledger: {count - 1} decided, 0 void, 0 orphaned, 1 row of the ledger not committed yet.\n",
            verified.Output,
            StringComparison.Ordinal);
        Commit();
        Assert.Equal(0, Verify().ExitCode);
    }

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void Rows_in_another_order_count_and_under_another_header_none()
    {
        var count = AcceptAll();
        Git("init", "--quiet");
        Commit();
        var rows = File.ReadAllLines(_desk.Ledger);
        File.WriteAllLines(_desk.Ledger, rows.Take(1).Concat(rows.Skip(1).Reverse()));
        Assert.Equal(0, Verify().ExitCode);
        File.WriteAllLines(_desk.Ledger, rows.Skip(1).Prepend(rows[0].Replace("by,date,reason", "reason,date,by", StringComparison.Ordinal)));
        AssertNoneCounts(count, "it is meant and right");
    }

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void What_no_longer_counts_is_counted_among_the_rows_too()
    {
        var count = AcceptAll();
        Git("init", "--quiet");
        _desk.Write("matrix.csv", SignOffDesk.Rows("ro").Replace("frozen,dax,frozen", "frozen,dax,rw", StringComparison.Ordinal));
        Assert.EndsWith($", {count} rows of the ledger not committed yet.\n", Verify().Output, StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void The_repository_is_that_of_the_file_to_which_a_link_leads()
    {
        AcceptAll();
        Git("init", "--quiet");
        Commit();
        using var elsewhere = new TemporaryDirectory();
        File.CreateSymbolicLink(elsewhere["link.csv"], _desk.Ledger);
        Assert.Contains(
            ", 0 rows of the ledger not committed yet.\n",
            CommandLine.Run(["verify", .. _desk.Choice, "--ledger", elsewhere["link.csv"], "--committed"]).Output,
            StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void A_ledger_that_is_in_no_repository_or_compressed_is_refused()
    {
        AcceptAll();
        Assert.Equal(
            $"{_desk.Ledger}: --committed: found no git repository around it, expected one "
            + "(git: 'fatal: not a git repository (or any of the parent directories): .git')",
            CommandLine.Refused(["verify", .. _desk.Choice, "--ledger", _desk.Ledger, "--committed"]));
        var packed = _desk["signoff.csv.gz"];
        using (var destination = AtomicFiles.Compressed(packed, File.Create(packed)))
        {
            destination.Write(File.ReadAllBytes(_desk.Ledger));
        }

        Assert.Equal(
            $"{packed}: --committed: found a compressed file, expected lines that git can tell apart",
            CommandLine.Refused(["verify", .. _desk.Choice, "--ledger", packed, "--committed"]));
    }

    private CommandLine Verify() => _desk.Verify("--severity", "bookkeeping", "--committed");

    /// <summary>Accepts everything.</summary>
    /// <returns>How much that is.</returns>
    private int AcceptAll()
    {
        var open = _desk.Open("bookkeeping");
        _desk.Accept(open);
        return open.Length;
    }

    private void AssertNoneCounts(int count, string by = "a reviewer")
    {
        var verified = Verify();
        Assert.Equal((1, ""), (verified.ExitCode, verified.Error));
        Assert.DoesNotContain("compare accept", verified.Output, StringComparison.Ordinal);
        Assert.Contains($", accepted by {by}, 2017-08-23, in line 2 of the ledger, which is not committed yet\n", verified.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            $"\n{count} open at bookkeeping or worse, 0 below it; ledger: 0 decided, 0 void, 0 orphaned, {count} rows of the ledger not committed yet.\n",
            verified.Output,
            StringComparison.Ordinal);
    }

    private void Commit()
    {
        Git("add", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "a decision");
    }

    private void Git(params string[] words)
    {
        var start = new ProcessStartInfo("git", words) { WorkingDirectory = _desk["."] };
        start.Environment.Remove("GIT_DIR");
        start.Environment.Remove("GIT_WORK_TREE");
        using var git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
