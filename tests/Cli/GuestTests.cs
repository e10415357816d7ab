namespace Compare.Tests.Cli;

/// <summary>Strategies of the user's own on the command line.</summary>
public sealed class GuestTests
{
    [Fact]
    public void A_guest_has_its_column_beside_the_shipped_ones()
    {
        var result = CommandLine.Run(
            "run", "--strategy", $"{Examples.Path}:v2-nosplit", "--strategy", "v2", "--kernel", "v4.13", "--scenario", "mapping=private steps=load store");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("v4.13 v2-nosplit", result.Output, StringComparison.Ordinal);
        Assert.Contains("livelock", result.Output, StringComparison.Ordinal);
        Assert.Contains("PMD:FALLBACK*", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void All_strategies_of_an_assembly_run_without_a_name()
    {
        var result = CommandLine.Run("run", "--strategy", Examples.Path, "--scenario", "steps=load");
        Assert.Contains("v6.1 lookup-journal", result.Output, StringComparison.Ordinal);
        Assert.Contains("v6.1 never", result.Output, StringComparison.Ordinal);
        Assert.Contains("v6.1 v2-nosplit", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":nevr", "unknown strategy 'nevr', expected one of lookup-journal, never, v2-nosplit, zwisler-no-pud; did you mean 'never'?")]
    [InlineData(":", "unknown strategy ''")]
    public void An_unknown_name_in_an_assembly_is_refused(string suffix, string expected)
    {
        var result = CommandLine.Run("run", "--strategy", Examples.Path + suffix, "--scenario", "steps=load");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_named_twice_is_refused()
    {
        var result = CommandLine.Run(
            "run", "--strategy", Examples.Path, "--strategy", $"{Examples.Path}:never", "--scenario", "steps=load");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("found 'never' twice", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "v2")]
    [InlineData("check", "never.dll.old")]
    [InlineData("validity", "v2")]
    public void A_strategy_for_observations_that_is_no_assembly_is_refused(string command, string name)
        => Assert.StartsWith(
            $"--strategy: found '{name}', expected strategies of one's own: FILE.dll or FILE.cs, with :NAME or without, or a source (",
            CommandLine.Refused(command, RepositoryRoot.Observations.First(), "--strategy", name),
            StringComparison.Ordinal);

    [Fact]
    public void Only_what_ends_in_dll_or_names_a_strategy_after_it_is_an_assembly()
    {
        string[] words = ["--matrix", "standard", "--kernel", "v4.13", "--where", "fs = ro"];
        Assert.StartsWith("unknown strategy 'a.dll.old'", Refused("report", "--strategy"), StringComparison.Ordinal);
        Assert.StartsWith("unknown strategy or kernel 'a.dll.old'", Refused("explain", "v2"), StringComparison.Ordinal);

        string Refused(string command, string before) => CommandLine.Refused([command, before, "a.dll.old", .. words]);
    }

    [Fact]
    public void Observations_of_a_guest_are_checked_with_it()
    {
        using var directory = new TemporaryDirectory();
        var table = directory["mine.csv"];
        var guest = directory.Write("mine.c", "bool write = false;\n");
        File.WriteAllText(table, CommandLine.Run("run", "--strategy", guest, "--where", "fs = rw and mount = dax", "--out", "-").Output);
        Assert.Equal(2, CommandLine.Run("check", table).ExitCode);
        Assert.Equal(0, CommandLine.Run("check", table, "--strategy", guest).ExitCode);
    }
}
