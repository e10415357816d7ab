using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>How an oops or a hang of a handler counts beside other results.</summary>
public sealed class FailureDifferenceTests
{
    [Theory]
    [InlineData("ok", "oops", "hang", "Broken", "result ok>oops broken")]
    [InlineData("SIGBUS", "oops", "hang", "Broken", "result failure>oops broken")]
    [InlineData("blocked", "oops", "hang", "Broken", "result blocked>oops broken")]
    [InlineData("blocked", "hang", "hang", "Broken", "result blocked>hang broken")]
    [InlineData("livelock", "hang", "hang", "OtherResult", "result livelock>hang")]
    [InlineData("oops", "hang", "other-result", "OtherResult", "result oops>hang")]
    [InlineData("oops", "blocked", "repaired", "Fixed", "result oops>blocked fixed")]
    [InlineData("hang", "SIGBUS", "repaired", "Fixed", "result hang>failure fixed")]
    [InlineData("oops", "ok", "repaired", "Fixed", "result oops>ok fixed")]
    public void It_is_as_severe_as_a_hang_and_worse_than_to_wait_for_the_thaw(string from, string to, string severity, string kind, string code)
    {
        var (left, right) = (Outcome(from), Outcome(to));
        var (change, values) = new OutcomeClassifier(measures: 0).Classify(left, right)!.Value;
        Assert.Equal((severity, code, $"{from} -> {to}"), (SeverityWords.Of(change.Severity), change.Code, values));
        Assert.Equal(kind, OutcomeDifference.Between(left, right).Kind.ToString());
    }

    /// <summary>A store that an aborted journal rightly refuses: a failure breaks no rule.</summary>
    private static readonly Scenario Refused = ScenarioText.Parse("fs=aborted mapping=shared steps=store");

    private static Outcome Outcome(string result)
    {
        _ = Axes.Results.TryParse(result, out var parsed);
        ImmutableArray<StepOutcome> steps = [new StepOutcome(parsed, MappedPage.NotAsked, default, 0, 0, 0, 0, 0, 0)];
        return new Outcome(steps, RowJudge.Judge(Refused, steps));
    }
}
