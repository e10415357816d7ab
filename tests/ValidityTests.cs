using Compare.Comparison;
using Compare.Tests.Cli;

namespace Compare.Tests;

/// <summary>docs/VALIDITY.md and the totals beside it are what the command writes.</summary>
public sealed class ValidityTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_table_of_rules_and_policies_is_what_the_observations_say_today()
    {
        Assert.Equal("", CommandLine.Done(["validity", .. RepositoryRoot.Observations, "--out", _directory["VALIDITY.md"]]));
        Assert.Equal(["VALIDITY.json", "VALIDITY.md"], _directory.Names);
        Assert.All(_directory.Names, name => Assert.Equal(
            File.ReadAllText(RepositoryRoot.File(Path.Combine("docs", name))), File.ReadAllText(_directory[name])));
    }

    [Fact]
    public void What_is_printed_is_what_is_written()
    {
        string[] words = ["validity", RepositoryRoot.Observations.First(), "--where", "fs = frozen"];
        CommandLine.Done([.. words, "--out", _directory["v.md"]]);
        Assert.Equal(File.ReadAllText(_directory["v.md"]), CommandLine.Done(words));
    }

    [Fact]
    public void The_totals_are_those_of_the_report()
    {
        using var json = File.OpenRead(RepositoryRoot.File("docs/VALIDITY.json"));
        var totals = ValidityTotals.Read(json);
        var lines = File.ReadAllLines(RepositoryRoot.File("docs/VALIDITY.md"));
        Assert.Contains(FormattableString.Invariant($"Made by `compare validity` from {totals.Rows:N0} observed rows."), lines);
        Assert.Equal(totals.AssumedRules, lines.Count(line => line.StartsWith("- rule ", StringComparison.Ordinal)));
        Assert.Equal(totals.AssumedPolicies, lines.Count(line => line.StartsWith("- policy ", StringComparison.Ordinal)));

        // Two tables, each with a header and a rule.
        Assert.Equal(totals.Rules + totals.Policies + 4, lines.Count(line => line.StartsWith("| ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_report_that_its_totals_would_replace_is_refused()
        => Assert.Equal(
            _directory["v.json"]
                + ": found the name of the second file, which the totals go to; expected another one for the report, as in FILE.md",
            CommandLine.Refused("validity", RepositoryRoot.Observations.First(), "--out", _directory["v.json"]));

    [Fact]
    public void Help_says_that_two_files_are_written()
        => Assert.Contains(
            "its totals to a second file of the same name, with .json", CommandLine.Done("validity", "--help"), StringComparison.Ordinal);

    [Fact]
    public void Every_policy_that_observations_cannot_decide_is_listed_as_an_assumption()
    {
        var text = File.ReadAllText(RepositoryRoot.File("docs/VALIDITY.md"));
        Assert.Contains("- policy FallbackSplit on v6.12: ByCore, not ByHandler", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- policy HoleLoad", text, StringComparison.Ordinal);
    }
}
