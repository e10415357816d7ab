namespace Compare.Tests.Cli;

/// <summary>Base and candidates, in every command that compares.</summary>
public sealed class SidesTests : IDisposable
{
    private readonly SignOffDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void Nobody_has_to_decide_about_what_is_shipped()
    {
        var verified = CommandLine.Run("verify");
        Assert.Equal((0, ""), (verified.ExitCode, verified.Error));
        Assert.Equal(["v2: mergeable.", "zwisler: mergeable."], verified.Output.Split('\n')[..2].Select(line => line.Split(" It ")[0]));
        Assert.Contains("0 open at other-result or worse, 0 below it", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--base v2", "v2 -> original", "v2 -> zwisler")]
    [InlineData("--candidate zwisler", "original -> zwisler")]
    [InlineData("--base zwisler --candidate v2", "zwisler -> v2")]
    [InlineData("--strategy zwisler --candidate v2", "zwisler -> v2")]
    [InlineData("--strategy v2 --strategy zwisler", "v2 -> zwisler")]
    [InlineData("", "original -> v2", "original -> zwisler")]
    public void The_base_is_named_or_the_first_one_and_each_other_one_a_candidate(string sides, params string[] topics)
    {
        string[] words = [.. sides.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        CommandLine.Done(["report", "--matrix", _desk.Matrix, "--out", _desk["out"], .. words]);
        var details = File.ReadAllText(_desk["out/details.md"]).Split("\n## Classes of differences")[1];
        Assert.Equal(topics, details.Split("\n### ")[1..].Select(section => section.Split('\n')[0]));
    }

    [Fact]
    public void The_base_is_on_the_left_of_run_and_of_explain()
    {
        string[] choice = ["--matrix", _desk.Matrix, "--kernel", "v6.1", "--base", "zwisler", "--candidate", "original"];
        Assert.Matches("v6.1 zwisler +v6.1 original ", CommandLine.Done(["run", .. choice, "--out", _desk["out"]]).Replace("|", "", StringComparison.Ordinal));
        Assert.Contains("zwisler -> original", CommandLine.Done(["explain", .. choice]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify --base v2 --candidate v2", "found 'v2' as --base and as --candidate, expected two strategies")]
    [InlineData("explain v2 zwisler --base v2", "explain: found 'v2' and --base or --candidate, expected one of them")]
    [InlineData("explain --all --candidate v2", "explain: found --all and --base or --candidate, expected one of them")]
    public void Sides_that_contradict_are_refused(string line, string problem) => Assert.Equal(problem, CommandLine.Refused(line.Split(' ')));

    [Fact]
    public void One_strategy_alone_has_no_candidate()
    {
        CommandLine.Done("report", "--matrix", _desk.Matrix, "--strategy", "v2", "--out", _desk["out"]);
        Assert.StartsWith("# v2 alone: no candidate to take its place\n", File.ReadAllText(_desk["out/signoff.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_of_verdicts_are_listed()
    {
        var list = CommandLine.Done("list", "verdicts");
        Assert.All((string[])["do not merge", "decide", "mergeable at a cost", "mergeable"], word => Assert.Contains($"| {word} ", list, StringComparison.Ordinal));
    }
}
