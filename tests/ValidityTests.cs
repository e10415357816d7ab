using Compare.Cli;

namespace Compare.Tests;

/// <summary>VALIDITY.md is what the command prints.</summary>
public sealed class ValidityTests
{
    [Fact]
    public void The_table_of_rules_and_policies_is_what_the_observations_say_today()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CompareProgram.Run(
            ["validity", .. RepositoryRoot.Observations],
            new Terminal(output, error, Colour: false, ShowsProgress: false, int.MaxValue));
        Assert.Equal(0, exit);
        Assert.Equal("", error.ToString());
        Assert.Equal(File.ReadAllText(RepositoryRoot.File("VALIDITY.md")), output.ToString());
    }

    [Fact]
    public void Every_policy_that_observations_cannot_decide_is_listed_as_an_assumption()
    {
        var text = File.ReadAllText(RepositoryRoot.File("VALIDITY.md"));
        Assert.Contains("- policy FallbackSplit on v4.13: ByHandler, not ByCore", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- policy HoleLoad", text, StringComparison.Ordinal);
    }
}
