namespace Compare.Comparison;

/// <summary>Tells what changed between two outcomes, by the last step: what came before it counts only where the last step is the same,
/// or where an earlier step has another result, from which the rest follows.</summary>
/// <remarks>Where one side ends early, since a step ends the run, that step takes the place of the last one.</remarks>
/// <param name="measures">The measures that are looked at, a bit for each; all nine, and the rules of right and wrong besides, where none is.</param>
internal sealed class OutcomeClassifier(int measures)
{
    private static readonly Measure[] Bookkeeping = [Measure.Handler, Measure.ThpFaultFallback, Measure.ThpSplitPmd];

    /// <summary>What changed, with the values before and after it; <see langword="null"/> where nothing did.</summary>
    public (OutcomeChange Change, string Values)? Classify(Outcome left, Outcome right)
    {
        var rules = RuleChange.Between(left, right);
        var measured = Measured(left, right, rules);
        return measures == 0 && OfRules(rules, measured?.Change.Kind == ChangeKind.Result) is { } change
            ? (change, measured is { Change.Kind: ChangeKind.Result, Values: var values } ? values : "")
            : measured;
    }

    /// <summary>What endangers comes before any result, and so does what no longer does; other rules where no result differs.</summary>
    private static OutcomeChange? OfRules(RuleChange rules, bool isResult)
    {
        var (endangers, spares) = (rules.Added & FindingRule.Dangers, rules.Added == 0 ? rules.Gone & FindingRule.Dangers : 0);
        return endangers != 0 ? Breaks(endangers)
            : spares != 0 ? Keeps(spares)
            : isResult || rules == default ? null
            : rules.Added != 0 ? Breaks(rules.Added)
            : Keeps(rules.Gone);

        OutcomeChange Breaks(uint broken) => new(FindingRule.Worst(broken), ChangeKind.Rules, rules.Direction, Rules: broken);

        OutcomeChange Keeps(uint kept) => new(DifferenceSeverity.Repaired, ChangeKind.Rules, rules.Direction, Rules: kept);
    }

    private static (bool IsNoResult, DifferenceSeverity Severity) Rank(OutcomeChange change)
        => (change.Kind != ChangeKind.Result, change.Severity);

    private static ResultKind KindOf(StepResult result) => result switch
    {
        StepResult.Ok => ResultKind.Ok,
        StepResult.Blocked => ResultKind.Blocked,
        StepResult.Livelock => ResultKind.Livelock,
        StepResult.Oops => ResultKind.Oops,
        StepResult.Hang => ResultKind.Hang,
        _ => ResultKind.Failure,
    };

    private static OutcomeChange Result(StepResult left, StepResult right, RuleChange rules)
    {
        var (from, to) = (KindOf(left), KindOf(right));
        var severity = rules.Added != 0 ? FindingRule.Worst(rules.Added)
            : rules.Gone != 0 ? DifferenceSeverity.Repaired
            : DifferenceSeverity.OtherResult;
        return new OutcomeChange(severity, ChangeKind.Result, rules.Direction, From: from, To: to);
    }

    private (OutcomeChange Change, string Values)? Measured(Outcome left, Outcome right, RuleChange rules)
    {
        var steps = Math.Min(left.Steps.Length, right.Steps.Length);
        var last = Step(left.Steps[steps - 1], right.Steps[steps - 1], rules);
        if (last is { Change.Kind: ChangeKind.Result })
        {
            return last;
        }

        (OutcomeChange Change, string Values)? worst = null;
        for (var step = 0; step < steps - 1; step++)
        {
            if (Step(left.Steps[step], right.Steps[step], rules) is { } earlier && (worst is null || Rank(earlier.Change).CompareTo(Rank(worst.Value.Change)) < 0))
            {
                worst = (earlier.Change with { IsEarlier = true }, earlier.Values);
            }
        }

        return last is not null && worst is not { Change.Kind: ChangeKind.Result } ? last : worst;
    }

    private (OutcomeChange Change, string Values)? Step(StepOutcome left, StepOutcome right, RuleChange rules)
    {
        if (left == right)
        {
            return null;
        }

        if (Differs(Measure.Result))
        {
            return (Result(left.Result, right.Result, rules), Values(Measure.Result));
        }

        if (Differs(Measure.Page))
        {
            return (new(DifferenceSeverity.OtherResult, ChangeKind.Page), Values(Measure.Page));
        }

        var time = !Differs(Measure.MtimeChanged) ? 0 : right.TimeChanged switch { 1 => 1, StepOutcome.UnknownTime => 2, _ => -1 };
        if (Differs(Measure.JournalStarts))
        {
            return (Starts(Measure.JournalStarts, ChangeKind.JournalStarts), Values(Measure.JournalStarts));
        }

        if (Differs(Measure.IomapStarts))
        {
            return (Starts(Measure.IomapStarts, ChangeKind.LookupStarts), Values(Measure.IomapStarts));
        }

        if (time != 0)
        {
            return (new(DifferenceSeverity.Bookkeeping, ChangeKind.Time, Time: time), Values(Measure.MtimeChanged));
        }

        if (Differs(Measure.BlocksDelta))
        {
            return (new(DifferenceSeverity.Bookkeeping, ChangeKind.Blocks), Values(Measure.BlocksDelta));
        }

        var calls = Bookkeeping.Where(Differs).Select(OutcomeColumns.Name).ToArray();
        return calls.Length == 0 ? null : (new(DifferenceSeverity.Bookkeeping, ChangeKind.Calls), string.Join(" and ", calls));

        bool Differs(Measure measure) => (measures == 0 || (measures >> (int)measure & 1) != 0) && !left.Agrees(right, measure);

        string Values(Measure measure) => $"{OutcomeText.Value(left, measure)} -> {OutcomeText.Value(right, measure)}";

        OutcomeChange Starts(Measure measure, ChangeKind kind)
        {
            // A livelock has no counts, and then another result as well; with --measure it may be asked for all the same.
            var isMore = right.Result == StepResult.Livelock
                || (left.Result != StepResult.Livelock && right.Count(measure) > left.Count(measure));
            return new(isMore ? DifferenceSeverity.MoreJournalStarts : DifferenceSeverity.FewerJournalStarts, kind, Time: time);
        }
    }
}
