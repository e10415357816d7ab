using System.Numerics;
using Compare.Comparison;
using Compare.Engine;

namespace Compare.Tests.Comparison;

/// <summary>What changed between two outcomes, for outcomes made by hand.</summary>
public sealed class DifferingTests
{
    public static TheoryData<int> Dangers
        => [.. Enumerable.Range(0, FindingRule.All.Length).Where(rule => (FindingRule.Dangers >> rule & 1) != 0)];

    [Theory]
    [MemberData(nameof(Dangers))]
    public void A_danger_that_is_new_is_said_before_everything_else_and_alone(int rule)
    {
        var kept = FindingRule.Dangers & ~(1u << rule);
        var change = Classify(OutcomeOf(kept, StepResult.Ok), OutcomeOf(FindingRule.Dangers, StepResult.SigBus))!.Value;
        Assert.Equal(new OutcomeChange(DifferenceSeverity.DataAtRisk, ChangeKind.Rules, DifferenceKind.Broken, Rules: 1u << rule), change);
        Assert.Equal($"breaks {FindingRule.All[rule].Id} broken", change.Code);
        Assert.Equal(FindingRule.All[rule].Text, change.Title);
    }

    [Theory]
    [MemberData(nameof(Dangers))]
    public void A_danger_that_is_gone_is_said_whatever_else_changed(int rule)
    {
        var kept = FindingRule.Dangers & ~(1u << rule);
        var change = Classify(OutcomeOf(FindingRule.Dangers, StepResult.Ok), OutcomeOf(kept, StepResult.Ok))!.Value;
        Assert.Equal(new OutcomeChange(DifferenceSeverity.Repaired, ChangeKind.Rules, DifferenceKind.Fixed, Rules: 1u << rule), change);
        Assert.Equal($"keeps {FindingRule.All[rule].Id} fixed", change.Code);
        Assert.Equal($"no longer: {FindingRule.All[rule].Text}", change.Title);
        Assert.Equal(change, Classify(OutcomeOf(FindingRule.Dangers, StepResult.Ok), OutcomeOf(kept, StepResult.Blocked)));
    }

    [Fact]
    public void What_was_wrong_before_and_after_or_breaks_a_rule_of_cost_is_no_change_of_right_and_wrong()
    {
        var other = ~FindingRule.Wrongs & ((1u << FindingRule.All.Length) - 1);
        Assert.Null(Classify(OutcomeOf(FindingRule.Dangers, StepResult.Ok), OutcomeOf(FindingRule.Dangers, StepResult.Ok)));
        Assert.Null(Classify(OutcomeOf(0, StepResult.Ok), OutcomeOf(other, StepResult.Ok)));
    }

    [Fact]
    public void The_first_measure_that_differs_is_the_first_of_their_order()
    {
        for (var measures = 1; measures < 1 << Enum.GetValues<Measure>().Length; measures++)
        {
            var difference = new OutcomeDifference(DifferenceKind.Other, measures);
            var differing = Enum.GetValues<Measure>().Where(difference.Has).ToArray();
            Assert.Equal(BitOperations.PopCount((uint)measures), differing.Length);
            Assert.Equal(differing[0], difference.First);
        }
    }

    [Fact]
    public void Calls_are_equal_where_no_table_tells_them_apart()
    {
        HandlerCall[] pages = [.. from level in Enum.GetValues<FaultLevel>()
                                  from result in (VmFault[])[VmFault.None, VmFault.Locked]
                                  select new HandlerCall(HandlerCallKind.PageMkWrite, level, result)];
        var plain = new HandlerCall(HandlerCallKind.PageMkWrite, FaultLevel.Pte, VmFault.None);
        Assert.All(pages, call => AssertSame(new([call]), new([plain])));
        Assert.All(pages, call => Assert.Equal(plain, new HandlerCalls([call]).Span[0]));
        var faults = Enum.GetValues<FaultLevel>().Select(level => new HandlerCalls([new(HandlerCallKind.Fault, level, VmFault.NoPage)])).ToArray();
        Assert.Distinct(faults);
        Assert.True(faults[0] != faults[1] && !(faults[0] == faults[1]));

        static void AssertSame(HandlerCalls left, HandlerCalls right)
        {
            Assert.True(left == right && !(left != right));
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
            Assert.Equal(left.Span.ToArray(), right.Span.ToArray());
        }
    }

    [Theory]
    [InlineData("", StepResult.Ok, "allowed-fails", StepResult.SigBus, "Broken", "new-failure", "result ok>failure broken")]
    [InlineData("", StepResult.Ok, "", StepResult.Eio, "OtherResult", "other-result", "result ok>failure")]
    [InlineData("", StepResult.Ok, "frozen-hang", StepResult.Blocked, "Broken", "hang", "result ok>blocked broken")]
    [InlineData("", StepResult.Ok, "", StepResult.Blocked, "OtherResult", "other-result", "result ok>blocked")]
    [InlineData("frozen-write", StepResult.Ok, "", StepResult.Blocked, "Fixed", "repaired", "keeps frozen-write fixed")]
    [InlineData("", StepResult.Blocked, "frozen-write", StepResult.Ok, "Broken", "data-at-risk", "breaks frozen-write broken")]
    [InlineData("livelock", StepResult.Livelock, "", StepResult.Ok, "Fixed", "repaired", "result livelock>ok fixed")]
    [InlineData("frozen-hang", StepResult.Blocked, "", StepResult.SigBus, "Fixed", "repaired", "result blocked>failure fixed")]
    [InlineData("frozen-hang", StepResult.Blocked, "allowed-fails", StepResult.SigBus, "OtherResult", "new-failure", "result blocked>failure")]
    [InlineData("allowed-fails", StepResult.SigBus, "time-kept", StepResult.Ok, "OtherResult", "data-at-risk", "breaks time-kept")]
    [InlineData("", StepResult.SigBus, "", StepResult.Ok, "OtherResult", "other-result", "result failure>ok")]
    [InlineData("", StepResult.Ok, "allowed-fails", StepResult.Ok, "Broken", "new-failure", "breaks allowed-fails broken")]
    [InlineData("allowed-fails", StepResult.Ok, "", StepResult.Ok, "Fixed", "repaired", "keeps allowed-fails fixed")]
    public void Who_breaks_a_rule_that_the_other_keeps_is_wrong_whatever_the_results(
        string leftBreaks, StepResult left, string rightBreaks, StepResult right, string kind, string severity, string code)
    {
        var (a, b) = (OutcomeOf(FindingRule.BitOf(leftBreaks), left), OutcomeOf(FindingRule.BitOf(rightBreaks), right));
        var change = Classify(a, b)!.Value;
        Assert.Equal((kind, severity, code), (OutcomeDifference.Between(a, b).Kind.ToString(), SeverityWords.Of(change.Severity), change.Code));
        Assert.Equal(kind == "OtherResult" ? "Other" : kind, change.Direction.ToString());
    }

    [Theory]
    [InlineData(nameof(Measure.BlocksDelta), "blocks_delta", "the file's blocks", "0 -> 1")]
    [InlineData(nameof(Measure.ThpFaultFallback), "handler", "handler calls and fault counters only", "thp_fault_fallback")]
    [InlineData(nameof(Measure.ThpSplitPmd), "handler", "handler calls and fault counters only", "thp_split_pmd")]
    [InlineData(nameof(Measure.MtimeChanged), "mtime_changed", "the file's time changes", "0 -> 1")]
    [InlineData(nameof(Measure.JournalStarts), "journal_starts more", "by the handler", "0 -> 1")]
    [InlineData(nameof(Measure.IomapStarts), "iomap_starts more", "by the block lookup", "0 -> 1")]
    public void A_measure_that_changes_alone_is_what_changed(string measure, string code, string title, string values)
    {
        var zero = new StepOutcome(StepResult.Ok, MappedPage.Absent, default, 0, 0, 0, 0, 0, 0);
        var other = Enum.Parse<Measure>(measure) switch
        {
            Measure.BlocksDelta => zero with { SectorsDelta = 1 },
            Measure.ThpFaultFallback => zero with { FaultFallbacks = 1 },
            Measure.ThpSplitPmd => zero with { PmdSplits = 1 },
            Measure.MtimeChanged => zero with { TimeChanged = 1 },
            Measure.JournalStarts => zero with { JournalStarts = 1 },
            _ => zero with { LookupStarts = 1 },
        };
        var found = new OutcomeClassifier(0).Classify(new([zero], [0]), new([other], [0]))!.Value;
        Assert.Equal((code, title, values), (found.Change.Code, found.Change.Title, found.Values));
    }

    [Fact]
    public void Calls_of_another_number_are_other_calls()
    {
        var call = new HandlerCall(HandlerCallKind.Fault, FaultLevel.Pte, VmFault.NoPage);
        Assert.True(new HandlerCalls([call]).AreThoseOf([call]));
        Assert.False(new HandlerCalls([call]).AreThoseOf([]));
        Assert.False(new HandlerCalls([call]).AreThoseOf([call, call]));
        Assert.False(new HandlerCalls([call]).AreThoseOf([call with { Result = VmFault.SigBus }]));
    }

    private static OutcomeChange? Classify(Outcome left, Outcome right) => new OutcomeClassifier(0).Classify(left, right)?.Change;

    /// <summary>One step with the rules that it broke.</summary>
    private static Outcome OutcomeOf(uint broken, StepResult result)
        => new([new StepOutcome(result, MappedPage.Absent, default, 0, 0, 0, 0, 0, 0)], [broken]);
}
