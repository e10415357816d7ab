namespace Compare.Tests.Cli;

/// <summary>Strategies from the folder and the revisions of a git repository.</summary>
public sealed class GitSourceTests : IDisposable
{
    private const string NeedsGit = "needs git";

    private readonly TemporaryDirectory _directory = new();

    public static bool HasGit => CommittedTests.HasGit;

    public void Dispose() => _directory.Dispose();

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void A_commit_is_explained_by_what_it_changes()
    {
        Commits();
        var tree = _directory["tree"];
        Assert.StartsWith(
            "zwisler -> after on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", "zwisler", $"after={tree}@HEAD", "--where", "fs = ro"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "head-1 -> head on v4.13 and v6.1\n",
            CommandLine.Done("explain", $"{tree}@HEAD~1", $"{tree}@HEAD", "--where", "fs = ro"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "original -> before on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", "original", $"before={tree}@HEAD~1", "--where", "fs = ro"),
            StringComparison.Ordinal);
        Assert.Contains(": shared only\n", CommandLine.Done("list", "strategies", "--strategy", $"{tree}@HEAD"), StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    public void A_folder_is_what_it_holds_now()
    {
        Commits();
        _directory.Write("tree/fs/ext4/file.c", CSources.File("v6.1", CSources.Never));
        Assert.StartsWith(
            "never -> now on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", $"{Examples.Path}:never", $"now={_directory["tree"]}", "--where", "fs = ro"),
            StringComparison.Ordinal);
    }

    [Theory(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    [InlineData("tree")]
    [InlineData("tree@HEAD~1")]
    public void A_patch_is_applied_to_a_folder_or_a_revision(string onto)
    {
        Commits();
        var patch = _directory.Write("v3.mbox", $"--- a/fs/ext4/file.c\n+++ b/fs/ext4/file.c\n@@ -9,1 +9,1 @@\n-{(onto == "tree" ? CSources.Zwisler : CSources.Original)}\n+{CSources.Never}\n");
        Assert.StartsWith(
            "never -> mine on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", $"{Examples.Path}:never", $"mine={patch}", "--onto", _directory[onto], "--where", "fs = ro"),
            StringComparison.Ordinal);
    }

    [Theory(Skip = NeedsGit, SkipUnless = nameof(HasGit))]
    [InlineData("tree@no-such", "tree@no-such: git says: fatal: ")]
    [InlineData("tree@--help", "tree@--help: found a revision that begins with '-'")]
    [InlineData("tree@", "tree@: found no revision")]
    [InlineData("tree@HEAD~5", "tree@HEAD~5: git says: fatal: ")]
    [InlineData("other@HEAD", "other@HEAD: git says: fatal: ")]
    [InlineData("plain@HEAD", "plain@HEAD: git says: fatal: not a git repository")]
    public void A_revision_that_has_no_handler_is_refused(string word, string problem)
    {
        Commits();
        Shell.Run(_directory, $"mkdir other plain; cd other; {Repository} && echo a > a && git add . && git commit -qm a");
        var patch = _directory.Write("v3.mbox", $"--- a/fs/ext4/file.c\n+++ b/fs/ext4/file.c\n@@ -9,1 +9,1 @@\n-{CSources.Original}\n+{CSources.Never}\n");
        Assert.Contains(problem, CommandLine.Refused("run", "--strategy", _directory[word]), StringComparison.Ordinal);
        Assert.Contains(problem, CommandLine.Refused("run", "--strategy", patch, "--onto", _directory[word]), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_prefix_of_a_series_that_changes_the_handler_is_a_strategy()
    {
        var onto = Directory.CreateDirectory(_directory["tree/fs/ext4"]).Parent!.Parent!.FullName;
        _directory.Write("tree/fs/ext4/file.c", CSources.File("v6.1", CSources.Original));
        var series = _directory.Write(
            "series.mbox",
            Mail("1/3", "ext4: shared only", "fs/ext4/file.c", CSources.Original, CSources.Zwisler)
                + Mail("2/3", "docs: a word", "Documentation/dax.txt", "old", "new")
                + Mail("3/3", "ext4: never", "fs/ext4/file.c", CSources.Zwisler, CSources.Never));
        string[] names = ["v2-never", "v2-shared-only"];
        var listed = CommandLine.Done("list", "strategies", "--strategy", series, "--onto", onto);
        Assert.Equal(names, listed.Split('\n').Where(line => line.StartsWith("v2-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("A Developer, 2017-07-05, commit 0123456789ab: ext4: never\n", listed, StringComparison.Ordinal);
        Assert.StartsWith(
            "v2-shared-only -> v2-never on v4.13",
            CommandLine.Done("explain", $"{series}:v2-shared-only", $"{series}:v2-never", "--onto", onto, "--where", "fs = rw"),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "never -> v2-never on v4.13, v6.1 and v6.12\nThe same in all",
            CommandLine.Done("explain", $"{Examples.Path}:never", $"{series}:v2-never", "--onto", onto, "--where", "fs = ro"),
            StringComparison.Ordinal);
        Assert.Contains(
            "found no strategy 'v2-nevr', expected one of v2-shared-only, v2-never; did you mean 'v2-never'?",
            CommandLine.Refused("run", "--strategy", $"{series}:v2-nevr", "--onto", onto),
            StringComparison.Ordinal);
    }

    private static string Mail(string part, string subject, string file, string before, string after)
        => $"""
            From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001
            From: A Developer <developer@example.org>
            Date: Wed, 5 Jul 2017 10:00:00 +0200
            Subject: [PATCH v2 {part}] {subject}

            ---
            --- a/{file}
            +++ b/{file}
            @@ -1,1 +1,1 @@
            -{before}
            +{after}


            """;

    private const string Repository = """
        GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
        GIT_AUTHOR_DATE='2017-08-23 10:00 +0000' GIT_COMMITTER_DATE='2017-08-23 10:00 +0000'
        export GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL GIT_AUTHOR_DATE GIT_COMMITTER_DATE
        git init -q
        """;

    /// <summary>A repository with two commits: <c>original</c>, then <c>zwisler</c>.</summary>
    private void Commits()
    {
        Directory.CreateDirectory(_directory["tree/fs/ext4"]);
        _directory.Write("before.c", CSources.File("v6.1", CSources.Original));
        _directory.Write("after.c", CSources.File("v6.1", CSources.Zwisler));
        Assert.Equal("", Shell.Run(_directory, $"""
            cd tree
            {Repository}
            cp ../before.c fs/ext4/file.c; git add . && git commit -qm 'before' 2>&1
            cp ../after.c fs/ext4/file.c; git add . && git commit -qm 'shared only' 2>&1
            """));
    }
}
