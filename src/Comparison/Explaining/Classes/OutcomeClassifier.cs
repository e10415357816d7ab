using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Tells what changed between two outcomes, by the last step: what came before it counts only where the last step is the same,
/// or where an earlier step has another result, from which the rest follows.</summary>
/// <remarks>Where one side ends early, since a step blocks or livelocks, that step takes the place of the last one.</remarks>
/// <param name="measures">The measures that are looked at; all nine, and safety rules besides, where none is named.</param>
internal sealed class OutcomeClassifier(IReadOnlyCollection<Measure> measures)
{
    /// <summary>What changed, with the values before and after it; <see langword="null"/> where nothing did.</summary>
    public (OutcomeChange Change, string Values)? Classify(Outcome left, Outcome right)
    {
        if (Danger(left.Dangers, right.Dangers) is { } danger)
        {
            return danger;
        }

        var a = Split(left);
        var b = Split(right);
        var steps = Math.Min(a[0].Length, b[0].Length);
        var last = Step(a, b, steps - 1);
        if (last is { Change.Kind: ChangeKind.Result })
        {
            return last;
        }

        (OutcomeChange Change, string Values)? worst = null;
        for (var step = 0; step < steps - 1; step++)
        {
            if (Step(a, b, step) is { } earlier && (worst is null || Rank(earlier.Change).CompareTo(Rank(worst.Value.Change)) < 0))
            {
                worst = (earlier.Change with { IsEarlier = true }, earlier.Values);
            }
        }

        if (last is not null && worst is not { Change.Kind: ChangeKind.Result })
        {
            return last;
        }

        return worst ?? (measures.Count == 0 && left.Dangers != right.Dangers
            ? (new OutcomeChange(DifferenceSeverity.FailureGone, ChangeKind.Danger, Dangers: left.Dangers & ~right.Dangers), "")
            : null);
    }

    private static string[][] Split(Outcome outcome) => [.. outcome.Cells.Select(cell => cell.Split('|'))];

    private static ResultKind KindOf(string result) => result switch
    {
        "ok" => ResultKind.Ok,
        "blocked" => ResultKind.Blocked,
        "livelock" => ResultKind.Livelock,
        _ => ResultKind.Failure,
    };

    private static (OutcomeChange Change, string Values) Result(string left, string right)
    {
        var (from, to) = (KindOf(left), KindOf(right));
        var severity = to switch
        {
            ResultKind.Ok => DifferenceSeverity.FailureGone,
            ResultKind.Failure when from == ResultKind.Ok => DifferenceSeverity.NewFailure,
            ResultKind.Blocked or ResultKind.Livelock when from is ResultKind.Ok or ResultKind.Failure => DifferenceSeverity.Hang,
            _ => DifferenceSeverity.OtherResult,
        };
        return (new OutcomeChange(severity, ChangeKind.Result, From: from, To: to), Arrow(left, right));
    }

    private static (bool IsNoResult, DifferenceSeverity Severity) Rank(OutcomeChange change)
        => (change.Kind != ChangeKind.Result, change.Severity);

    private static string Arrow(string left, string right) => $"{left} -> {right}";

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private (OutcomeChange Change, string Values)? Danger(int left, int right) => measures.Count == 0 && (right & ~left) != 0
        ? (new OutcomeChange(DifferenceSeverity.DataAtRisk, ChangeKind.Danger, Dangers: right & ~left), "")
        : null;

    private bool Differs(string[][] left, string[][] right, int step, Measure measure)
        => (measures.Count == 0 || measures.Contains(measure)) && left[(int)measure][step] != right[(int)measure][step];

    private (OutcomeChange Change, string Values)? Step(string[][] left, string[][] right, int step)
    {
        if (Differs(left, right, step, Measure.Result))
        {
            return Result(left[(int)Measure.Result][step], right[(int)Measure.Result][step]);
        }

        if (Differs(left, right, step, Measure.Page))
        {
            return (new(DifferenceSeverity.OtherResult, ChangeKind.Page), Values(Measure.Page));
        }

        var time = Differs(left, right, step, Measure.MtimeChanged) ? right[(int)Measure.MtimeChanged][step] == "1" ? 1 : -1 : 0;
        if (Differs(left, right, step, Measure.JournalStarts))
        {
            return Starts(Measure.JournalStarts, ChangeKind.JournalStarts);
        }

        if (Differs(left, right, step, Measure.IomapStarts))
        {
            return Starts(Measure.IomapStarts, ChangeKind.LookupStarts);
        }

        if (time != 0)
        {
            return (new(DifferenceSeverity.Bookkeeping, ChangeKind.Time, Time: time), Values(Measure.MtimeChanged));
        }

        if (Differs(left, right, step, Measure.BlocksDelta))
        {
            return (new(DifferenceSeverity.Bookkeeping, ChangeKind.Blocks), Values(Measure.BlocksDelta));
        }

        var calls = ((Measure[])[Measure.Handler, Measure.ThpFaultFallback, Measure.ThpSplitPmd])
            .Where(measure => Differs(left, right, step, measure))
            .Select(OutcomeColumns.Name)
            .ToArray();
        return calls.Length == 0 ? null : (new(DifferenceSeverity.Bookkeeping, ChangeKind.Calls), string.Join(" and ", calls));

        string Values(Measure measure) => Arrow(left[(int)measure][step], right[(int)measure][step]);

        (OutcomeChange Change, string Values) Starts(Measure measure, ChangeKind kind)
        {
            // A livelock has no counts ("*"), and then another result as well; with --measure it may be asked for all the same.
            var (from, to) = (left[(int)measure][step], right[(int)measure][step]);
            var isMore = to == "*" || (from != "*" && Number(to) > Number(from));
            return (
                new(
                    isMore ? DifferenceSeverity.MoreJournalStarts : DifferenceSeverity.FewerJournalStarts,
                    kind,
                    Time: time),
                Values(measure));
        }
    }
}
