namespace Compare.Guest;

/// <summary>What was measured at one step, in the order of the columns of an outcome table.</summary>
/// <param name="Answer">What its process saw.</param>
/// <param name="Calls">What the trace told.</param>
/// <param name="Before">Counters before it.</param>
/// <param name="After">Counters after it.</param>
/// <param name="Old">The file before it.</param>
/// <param name="New">The file after it.</param>
internal sealed record StepMeasures(Actor.Answer Answer, Calls Calls, Counters Before, Counters After, FileTimes Old, FileTimes New)
{
    private const string NotCounted = "*";

    /// <summary>The measures as tables write them.</summary>
    public IReadOnlyList<string> Texts =>
    [
        Axes.Results.Of(Answer.Result),
        Axes.Pages.Of(Answer.Page),
        IsLivelock ? (Calls.Handlers.LastOrDefault(call => call.Contains(':', StringComparison.Ordinal)) ?? "") + NotCounted : string.Join(' ', Calls.Handlers),
        Count(Calls.JournalStarts),
        Count(Calls.LookupStarts),
        Count(After.FaultFallbacks - Before.FaultFallbacks),
        Count(After.PmdSplits - Before.PmdSplits),
        (Old.Seconds, Old.Nanoseconds) == (New.Seconds, New.Nanoseconds) ? "0" : "1",
        FormattableString.Invariant($"{New.Sectors - Old.Sectors}"),
    ];

    private bool IsLivelock => Answer.Result == StepResult.Livelock;

    private string Count(long count) => IsLivelock ? NotCounted : FormattableString.Invariant($"{count}");
}
