namespace Compare.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public void The_program_names_its_commands(string word)
    {
        var help = CommandLine.Done(word);
        Assert.All(
            ["run ", "check <FILE> ", "list ", "validity <FILE> "],
            command => Assert.Contains($"\n  {command}", help, StringComparison.Ordinal));
        Assert.Contains("compare [command] [options]", help, StringComparison.Ordinal);
        Assert.Contains("Exit code: 0 ", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run", "--matrix", "standard")]
    [InlineData("run", "--scenario", null)]
    [InlineData("run", "--kernel", "all")]
    [InlineData("run", "--strategy", "each shipped one")]
    [InlineData("run", "--out", "out; with --scenario no file")]
    [InlineData("run", "--jobs", "one for each processor")]
    [InlineData("check", "--out", "no file")]
    public void A_command_names_each_option_with_its_default(string command, string option, string? byDefault)
    {
        var help = CommandLine.Done(command, "--help");
        var line = Assert.Single(help.Split('\n'), line => line.StartsWith($"  {option} <", StringComparison.Ordinal));
        Assert.EndsWith(byDefault is null ? "." : $"[default: {byDefault}].", line, StringComparison.Ordinal);
        Assert.Equal(help, CommandLine.Done("help", command));
    }

    [Fact]
    public void Help_names_every_kernel_and_strategy_that_an_option_takes()
    {
        var help = CommandLine.Done("run", "--help");
        Assert.Contains("One of v4.13, v4.13+forced-cow, v6.1, v6.12, or all", help, StringComparison.Ordinal);
        Assert.Contains("One of original, v2, zwisler", help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_names_its_topics()
    {
        var help = CommandLine.Done("list", "--help");
        Assert.Contains("\n  strategies  ", help, StringComparison.Ordinal);
        Assert.Contains("\n  kernels     ", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Help_is_as_wide_as_the_terminal(int width)
    {
        var lines = CommandLine.RunOnTerminal(width, "run", "--help").Output.Split('\n');
        Assert.InRange(lines.Max(line => line.TrimEnd().Length), width - 20, width);
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", CommandLine.Done("--version"));
}
