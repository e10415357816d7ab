namespace Compare.Reports;

/// <summary>What <c>accept</c> and <c>reject</c> say: what was decided, and which decisions it took the place of.</summary>
public static class DecisionReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="decided">What was decided, as it stood before.</param>
    /// <param name="isAccepted">Accepted, or rejected.</param>
    /// <param name="newLedger">The ledger, where it was made for this; else none.</param>
    public static Document Of(IEnumerable<JudgedItem> decided, bool isAccepted, string? newLedger) => new(
    [
        .. decided.SelectMany(item => (Block[])
        [
            new Item(
                $"{(isAccepted ? "Accepted" : "Rejected")} {item.Item.Id}: {item.Item.Subject}: {item.Item.Title}, {Phrases.Counted(item.Item.Scenarios, "scenario")}."),
            .. item.Entry is null ? (Block[])[] :
            [
                new Item(Replaced(item.Entry, item.State == ItemState.Void ? "other" : "the same"), Depth: 1),
            ],
        ]),
        .. newLedger is null ? (Block[])[] : [new Item($"Made the ledger {newLedger}.")],
    ]);

    /// <summary>The message of a decision that others came before.</summary>
    /// <param name="others">What they decided on the same, while it ran.</param>
    public static string Refusal(IEnumerable<LedgerRow> others)
        => $"found {string.Join("; ", others.Select(SignOffLedger.Meanwhile))}; nothing was recorded; run the command again to replace it";

    private static string Replaced(LedgerRow entry, string evidence)
        => $"in place of a decision on {evidence} evidence: {SignOffLedger.Decision(entry)}, "
            + $"on {Phrases.Counted(entry.Scenarios, "scenario")}: {entry.Reason}";
}
