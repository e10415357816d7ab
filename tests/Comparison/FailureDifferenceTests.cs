using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>How an oops or a hang of a handler counts beside other results.</summary>
public sealed class FailureDifferenceTests
{
    [Theory]
    [InlineData("ok", "oops", "hang", "Broken", "result ok>oops")]
    [InlineData("SIGBUS", "oops", "hang", "OtherResult", "result failure>oops")]
    [InlineData("blocked", "oops", "hang", "OtherResult", "result blocked>oops")]
    [InlineData("blocked", "hang", "hang", "OtherResult", "result blocked>hang")]
    [InlineData("livelock", "hang", "other-result", "OtherResult", "result livelock>hang")]
    [InlineData("oops", "hang", "other-result", "OtherResult", "result oops>hang")]
    [InlineData("oops", "blocked", "other-result", "OtherResult", "result oops>blocked")]
    [InlineData("hang", "SIGBUS", "other-result", "OtherResult", "result hang>failure")]
    [InlineData("oops", "ok", "failure-gone", "Fixed", "result oops>ok")]
    public void It_is_as_severe_as_a_hang_and_worse_than_to_wait_for_the_thaw(string from, string to, string severity, string kind, string code)
    {
        var (left, right) = (Outcome(from), Outcome(to));
        var (change, values) = new OutcomeClassifier(measures: 0).Classify(left, right)!.Value;
        Assert.Equal((severity, code, $"{from} -> {to}"), (SeverityWords.Of(change.Severity), change.Code, values));
        Assert.Equal(kind, OutcomeDifference.Between(left, right).Kind.ToString());
    }

    private static Outcome Outcome(string result)
    {
        _ = Axes.Results.TryParse(result, out var parsed);
        return new Outcome([new StepOutcome(parsed, MappedPage.NotAsked, default, 0, 0, 0, 0, 0, 0)], []);
    }
}
