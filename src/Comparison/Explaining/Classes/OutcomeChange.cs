namespace Compare.Comparison;

/// <summary>What changed between two outcomes of a scenario. Scenarios with equal changes make a class.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Kind">What changed.</param>
/// <param name="IsEarlier">Whether the step is not the last one.</param>
/// <param name="From">How the step ended on the left, where the result changed.</param>
/// <param name="To">How it ended on the right.</param>
/// <param name="Time">Whether the file's time now changes (1) or no longer does (-1), beside a change of journal starts.</param>
/// <param name="Dangers">Safety rules newly broken, or no longer.</param>
internal readonly record struct OutcomeChange(
    DifferenceSeverity Severity,
    ChangeKind Kind,
    bool IsEarlier = false,
    ResultKind From = default,
    ResultKind To = default,
    int Time = 0,
    int Dangers = 0)
{
    /// <summary>What changed, for a person.</summary>
    public string Title => Kind switch
    {
        ChangeKind.Danger => (Severity == DifferenceSeverity.DataAtRisk ? "" : "no longer: ") + string.Join("; ", DangerTexts()),
        ChangeKind.Result when From == To => $"{Name(From)} -> another {Name(To)}",
        ChangeKind.Result => $"{Name(From)} -> {Name(To)}",
        ChangeKind.Page => "the same result, another page mapped",
        ChangeKind.JournalStarts => $"by the handler{TimeText(", and ")}",
        ChangeKind.LookupStarts => $"by the block lookup{TimeText(", and ")}",
        ChangeKind.Time => TimeText(""),
        ChangeKind.Blocks => "the file's blocks",
        _ => "handler calls and fault counters only",
    } + (IsEarlier ? " (in an earlier step)" : "");

    private static string Name(ResultKind kind) => kind switch
    {
        ResultKind.Ok => "ok",
        ResultKind.Failure => "failure",
        ResultKind.Blocked => "blocked",
        _ => "livelock",
    };

    private string TimeText(string prefix) => Time switch
    {
        > 0 => $"{prefix}the file's time changes",
        < 0 => $"{prefix}the file's time is left alone",
        _ => "",
    };

    private IEnumerable<string> DangerTexts()
    {
        for (var rule = 0; rule < SafetyRule.All.Length; rule++)
        {
            if ((Dangers >> rule & 1) != 0)
            {
                yield return SafetyRule.All[rule].Text;
            }
        }
    }
}
