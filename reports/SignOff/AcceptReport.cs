namespace Compare.Reports;

/// <summary>What <c>accept</c> says: what was accepted, and which decisions it took the place of.</summary>
public static class AcceptReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="accepted">What was accepted, as it stood before.</param>
    public static Document Of(IEnumerable<JudgedItem> accepted) => new(
    [
        .. accepted.SelectMany(item => (Block[])
        [
            new Item(
                $"Accepted {item.Item.Id}: {item.Item.Subject}: {item.Item.Title}, {Phrases.Counted(item.Item.Scenarios, "scenario")}."),
            .. item.Entry is null ? (Block[])[] :
            [
                new Item(Replaced(item.Entry, item.State == ItemState.Void ? "other" : "the same"), Depth: 1),
            ],
        ]),
    ]);

    /// <summary>The message of an <c>accept</c> that others came before.</summary>
    /// <param name="others">What they decided on the same, while it ran.</param>
    public static string Refusal(IEnumerable<LedgerRow> others)
        => $"found {string.Join("; ", others.Select(SignOffLedger.Meanwhile))}; nothing was recorded; run the command again to replace it";

    private static string Replaced(LedgerRow entry, string evidence)
        => $"in place of a decision on {evidence} evidence: {SignOffLedger.Decision(entry)}, "
            + $"on {Phrases.Counted(entry.Scenarios, "scenario")}: {entry.Reason}";
}
