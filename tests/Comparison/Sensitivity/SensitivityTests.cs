using System.Collections.Immutable;
using System.Text.Json;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;
using Compare.Tests.Cli;

namespace Compare.Tests.Comparison;

/// <summary>Which conclusions hang on which assumption.</summary>
public sealed class SensitivityTests
{
    private static readonly Assumption Split = new("FallbackSplit", "v4.13", "ByHandler", "ByCore");

    [Fact]
    public void A_verdict_that_hangs_on_a_policy_is_told_with_what_it_would_be()
    {
        var row = Assert.Single(Of([Split], "mapping=private steps=load store", "mapping=private steps=load").Rows);
        Assert.Equal(1, row.Scenarios);
        Assert.True(row.ChangesVerdict);
        var change = Assert.Single(row.Changes);
        Assert.Equal(("v4.13", "v2-nosplit", VerdictKind.DoNotMerge, VerdictKind.Mergeable), (change.Kernel, change.Candidate, change.VerdictBefore, change.VerdictAfter));
        Assert.Contains(("ok -> livelock", 1, 0), change.Classes);
    }

    [Fact]
    public void A_rule_without_another_value_leaves_open_whatever_exercises_it()
    {
        var row = Assert.Single(Of([new("HugePmdLeft")], "mapping=private steps=load store", "mapping=private steps=load").Rows);
        Assert.Equal(1, row.Scenarios);
        Assert.True(row.ChangesVerdict);
    }

    [Fact]
    public void An_assumption_about_another_kernel_is_not_asked_and_one_that_changes_nothing_says_so()
    {
        var rows = Of([Split with { Kernel = "v6.1" }, new("ForcedFollow", "v4.13", "AfterBrokenCow", "PrivateCopy")], "mapping=private steps=load store").Rows;
        var row = Assert.Single(rows);
        Assert.Equal("ForcedFollow", row.Assumption.Name);
        Assert.Equal(0, row.Scenarios);
        Assert.Empty(row.Changes);
    }

    [Fact]
    public void Nothing_said_about_the_shipped_strategies_over_the_standard_matrix_hangs_on_what_nobody_observed()
    {
        var text = CommandLine.Done("sensitivity");
        Assert.Contains("original -> v2: everything holds whatever these are.", text, StringComparison.Ordinal);
        Assert.Contains("original -> zwisler: everything holds whatever these are.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_assumptions_are_those_of_the_report_of_validity()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.File("docs/VALIDITY.json")));
        var listed = File.ReadAllLines(RepositoryRoot.File("docs/VALIDITY.md")).Count(line => line.StartsWith("- policy ", StringComparison.Ordinal) || line.StartsWith("- rule ", StringComparison.Ordinal));
        Assert.Equal(listed, json.RootElement.GetProperty("assumptions").GetArrayLength());
    }

    private static SensitivityCase Of(IEnumerable<Assumption> assumptions, params IEnumerable<string> scenarios)
    {
        ImmutableArray<Contender> contenders = [new(KernelProfiles.V413, Simulation.V2), new(KernelProfiles.V413, Examples.V2NoSplit)];
        var outcomes = new MatrixRun(contenders, jobs: 1).Run(
            scenarios.Select(text => ScenarioText.Parse(text)).Select((scenario, i) => new Scenario($"s{i}", scenario.Setup, scenario.Steps)));
        return SensitivityCase.Of(outcomes, contenders, "v2", assumptions, jobs: 1);
    }
}
