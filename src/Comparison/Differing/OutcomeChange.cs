namespace Compare.Comparison;

/// <summary>How a step ended, without the name that a failure has in each kind of access.</summary>
internal enum ResultKind : byte
{
    Ok,
    Failure,
    Blocked,
    Livelock,
    Oops,
    Hang,
}

/// <summary>What changed in a step, in the order in which it is looked at: what comes first decides, what comes later follows from it.</summary>
internal enum ChangeKind : byte
{
    Rules,
    Result,
    Page,
    JournalStarts,
    LookupStarts,
    Time,
    Blocks,
    Calls,
}

/// <summary>What changed between two outcomes of a scenario. Scenarios with equal changes make a class.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Direction">Who is right, where rules or a result changed: <see cref="RuleChange.Direction"/>.</param>
/// <param name="IsEarlier">Whether the step is not the last one.</param>
/// <param name="From">How the step ended on the left, where the result changed.</param>
/// <param name="To">How it ended on the right.</param>
/// <param name="Time">Whether the file's time now changes (1), no longer does (-1), or is no longer known to (2); also beside a change of
/// journal starts.</param>
/// <param name="Rules">Rules of right and wrong newly broken, or no longer; a bit for each as in <see cref="FindingRule.All"/>.</param>
internal readonly record struct OutcomeChange(
    DifferenceSeverity Severity,
    ChangeKind Kind,
    DifferenceKind Direction = DifferenceKind.Other,
    bool IsEarlier = false,
    ResultKind From = default,
    ResultKind To = default,
    int Time = 0,
    uint Rules = 0) : IComparable<OutcomeChange>
{
    /// <summary>What the code of a change begins with that is not of the last step.</summary>
    internal const string Earlier = "earlier ";

    /// <summary>The change for a sign-off: what it is, in words that no other wording of a title changes.</summary>
    public string Code => (IsEarlier ? Earlier : "") + Kind switch
    {
        ChangeKind.Rules => (IsRepaired ? "keeps " : "breaks ") + string.Join('+', RulesOf().Select(rule => rule.Id)),
        ChangeKind.Result => $"result {Name(From)}>{Name(To)}",
        ChangeKind.Page => "page",
        ChangeKind.JournalStarts => $"journal_starts{MoreOrFewer}{TimeCode}",
        ChangeKind.LookupStarts => $"iomap_starts{MoreOrFewer}{TimeCode}",
        ChangeKind.Time => TimeCode.TrimStart(),
        ChangeKind.Blocks => "blocks_delta",
        _ => "handler",
    } + (Direction switch { DifferenceKind.Fixed => " fixed", DifferenceKind.Broken => " broken", _ => "" });

    /// <summary>What changed, for a person.</summary>
    public string Title => Kind switch
    {
        ChangeKind.Rules => (IsRepaired ? "no longer: " : "") + string.Join("; ", RulesOf().Select(rule => rule.Text)),
        ChangeKind.Result when From == To => $"{Name(From)} -> another {Name(To)}",
        ChangeKind.Result => $"{Name(From)} -> {Name(To)}",
        ChangeKind.Page => "the same result, another page mapped",
        ChangeKind.JournalStarts => $"by the handler{TimeText(", and ")}",
        ChangeKind.LookupStarts => $"by the block lookup{TimeText(", and ")}",
        ChangeKind.Time => TimeText(""),
        ChangeKind.Blocks => "the file's blocks",
        _ => "handler calls and fault counters only",
    } + (IsEarlier ? " (in an earlier step)" : "");

    /// <summary>What changed, as a sentence that leaves out the step and the file's time beside journal starts.</summary>
    public string Plain => Kind switch
    {
        ChangeKind.Rules => $"{(IsRepaired ? "No longer" : "New")}: {string.Join("; ", RulesOf().Select(rule => rule.Text))}.",
        ChangeKind.Result when From == To => $"An access that {Before(From)} now {After(To)} in another way.",
        ChangeKind.Result => $"An access that {Before(From)} now {After(To)}{(To == ResultKind.Failure && Direction == DifferenceKind.Fixed ? ", as it should" : "")}.",
        ChangeKind.Page => "An access ends the same and leaves another page mapped.",
        ChangeKind.JournalStarts => $"The handler starts the journal {MoreOrLess} often.",
        ChangeKind.LookupStarts => $"The block lookup starts the journal {MoreOrLess} often.",
        ChangeKind.Time => $"{char.ToUpperInvariant(TimeText("")[0])}{TimeText("")[1..]}.",
        ChangeKind.Blocks => "The file has another number of blocks.",
        _ => "The handler is called in another way; programs see nothing of it.",
    };

    private bool IsRepaired => Severity == DifferenceSeverity.Repaired;

    private string MoreOrLess => Severity == DifferenceSeverity.MoreJournalStarts ? "more" : "less";

    private static string Before(ResultKind kind) => kind switch
    {
        ResultKind.Ok => "succeeded",
        ResultKind.Failure => "failed",
        ResultKind.Blocked => "waited for the thaw",
        ResultKind.Livelock => "was repeated for ever",
        ResultKind.Oops => "crashed the kernel",
        _ => "hung the kernel",
    };

    private static string After(ResultKind kind) => kind switch
    {
        ResultKind.Ok => "succeeds",
        ResultKind.Failure => "fails",
        ResultKind.Blocked => "waits for the thaw",
        ResultKind.Livelock => "is repeated for ever",
        ResultKind.Oops => "crashes the kernel",
        _ => "hangs the kernel",
    };

    private string MoreOrFewer => Severity == DifferenceSeverity.MoreJournalStarts ? " more" : " fewer";

    private string TimeCode => Time switch
    {
        1 => " mtime_changed",
        2 => " mtime_unknown",
        < 0 => " mtime_kept",
        _ => "",
    };

    /// <summary>The worst first.</summary>
    public int CompareTo(OutcomeChange other) => Order.CompareTo(other.Order);

    private (DifferenceSeverity, bool, ChangeKind, ResultKind, ResultKind, int, uint, DifferenceKind) Order
        => (Severity, IsEarlier, Kind, From, To, Time, Rules, Direction);

    private static string Name(ResultKind kind) => kind switch
    {
        ResultKind.Ok => "ok",
        ResultKind.Failure => "failure",
        ResultKind.Blocked => "blocked",
        ResultKind.Livelock => "livelock",
        ResultKind.Oops => "oops",
        _ => "hang",
    };

    private string TimeText(string prefix) => Time switch
    {
        1 => $"{prefix}the file's time changes",
        2 => $"{prefix}whether the file's time changes is not known",
        < 0 => $"{prefix}the file's time is left alone",
        _ => "",
    };

    private IEnumerable<FindingRule> RulesOf()
    {
        var rules = Rules;
        return FindingRule.All.Where((_, rule) => (rules >> rule & 1) != 0);
    }
}
