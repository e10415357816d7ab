using System.Collections.Immutable;

namespace Compare.Scenarios;

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

    /// <summary>How a date is written.</summary>
    public const string DateFormat = "yyyy-MM-dd";
}
