namespace Compare.Scenarios;

/// <summary>What a person decided about a class of differences or a finding.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="IsAccepted">Accepted, or rejected.</param>
/// <param name="By">Who decided.</param>
/// <param name="Date">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Subject">What it was about; with the change it makes the id.</param>
/// <param name="Change">What changed, or the rule that is broken.</param>
/// <param name="Scenarios">How many scenarios there were.</param>
/// <param name="Evidence">Hash of what was seen.</param>
/// <param name="IsReplaced">Whether a later decision about the same took its place, so that it is history and counts no more.</param>
/// <param name="Line">The line of the file where it stands, from 1; 0 for one that is new.</param>
public sealed record LedgerRow(
    string Id,
    bool IsAccepted,
    string By,
    DateOnly Date,
    string Reason,
    string Subject,
    string Change,
    int Scenarios,
    string Evidence,
    bool IsReplaced = false,
    long Line = 0);

/// <summary>The columns and words of a sign-off ledger.</summary>
public static class LedgerColumns
{
    /// <summary>Every column, in the order in which it is written; the first is the key.</summary>
    public static ImmutableArray<string> All { get; } =
        ["id", "decision", "by", "date", "reason", "subject", "change", "scenarios", "evidence"];

    /// <summary>The decision to accept.</summary>
    public const string Accepted = "accepted";

    /// <summary>The decision to reject.</summary>
    public const string Rejected = "rejected";

    /// <summary>What stands before a decision whose place a later one took.</summary>
    public const string Was = "was ";

    /// <summary>How a date is written.</summary>
    public const string DateFormat = "yyyy-MM-dd";
}
