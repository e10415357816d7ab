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
        Assert.Equal(new OutcomeChange(DifferenceSeverity.DataAtRisk, ChangeKind.Danger, Dangers: 1u << rule), change);
        Assert.Equal($"endangers {FindingRule.All[rule].Id}", change.Code);
        Assert.Equal(FindingRule.All[rule].Text, change.Title);
    }

    [Theory]
    [MemberData(nameof(Dangers))]
    public void A_danger_that_is_gone_is_said_where_nothing_else_changed(int rule)
    {
        var kept = FindingRule.Dangers & ~(1u << rule);
        var change = Classify(OutcomeOf(FindingRule.Dangers, StepResult.Ok), OutcomeOf(kept, StepResult.Ok))!.Value;
        Assert.Equal(new OutcomeChange(DifferenceSeverity.FailureGone, ChangeKind.Danger, Dangers: 1u << rule), change);
        Assert.Equal($"spares {FindingRule.All[rule].Id}", change.Code);
        Assert.Equal($"no longer: {FindingRule.All[rule].Text}", change.Title);
        Assert.Equal(ChangeKind.Result, Classify(OutcomeOf(FindingRule.Dangers, StepResult.Ok), OutcomeOf(kept, StepResult.SigBus))!.Value.Kind);
    }

    [Fact]
    public void What_was_dangerous_before_and_after_or_breaks_another_rule_is_no_change_of_danger()
    {
        var other = ~FindingRule.Dangers & ((1u << FindingRule.All.Length) - 1);
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
    [InlineData(StepResult.Ok, StepResult.SigBus, DifferenceKind.Broken)]
    [InlineData(StepResult.Ok, StepResult.Blocked, DifferenceKind.Broken)]
    [InlineData(StepResult.SigBus, StepResult.Ok, DifferenceKind.Fixed)]
    [InlineData(StepResult.Livelock, StepResult.Ok, DifferenceKind.Fixed)]
    [InlineData(StepResult.SigBus, StepResult.Blocked, DifferenceKind.Other)]
    [InlineData(StepResult.SigBus, StepResult.Eio, DifferenceKind.Other)]
    public void A_result_is_broken_or_fixed_where_one_side_alone_is_ok(StepResult left, StepResult right, DifferenceKind direction)
        => Assert.Equal(direction, Classify(OutcomeOf(0, left), OutcomeOf(0, right))!.Value.Direction);

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
