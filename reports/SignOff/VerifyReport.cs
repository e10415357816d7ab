namespace Compare.Reports;

/// <summary>What <c>verify</c> says: the verdict on each candidate, what is open, each with the command that accepts it, and entries that no longer count.</summary>
public static class VerifyReport
{
    private const int MostCauses = 2;

    /// <summary>Makes the report.</summary>
    /// <param name="signOff">The run, with its items against the ledger.</param>
    /// <param name="severity">The least severity that counts.</param>
    /// <param name="options">Options that <c>accept</c> needs to see the same, each with a blank before it.</param>
    public static Document Of(SignOffCase signOff, DifferenceSeverity severity, string options)
    {
        var standing = signOff.Standing;
        var open = standing.OpenFrom(severity);
        var below = standing.OpenFrom(DifferenceSeverity.Bookkeeping).Length - open.Length;
        var uncommitted = standing.Uncommitted is { } rows ? $", {Phrases.Counted(rows.Length, "row")} of the ledger not committed yet" : "";
        var total = $"{Phrases.Number(open.Length)} open at {SeverityWords.Of(severity)} or worse, {Phrases.Number(below)} below it; "
            + $"{SignOffLedger.Count(standing)}{uncommitted}.";
        return new Document(
        [
            .. signOff.Verdicts.SelectMany(verdict => (Block[])
            [
                new Item(VerdictWords.Of(verdict)),
                .. VerdictWords.Causes(verdict, MostCauses).Select(cause => cause with { Depth = 1 }),
            ]),
            .. open.SelectMany(item => (Block[])
            [
                new Item($"{SeverityWords.Of(item.Item.Severity)}: {item.Item.Subject}: {item.Item.Title}"),
                new Item($"{Phrases.Counted(item.Item.Scenarios, "scenario")}, {State(item)}", Depth: 1),
                .. item.State == ItemState.Uncommitted ? (Block[])[] :
                [
                    new Item(Words.Code($"compare accept {item.Item.Id} --by NAME --reason TEXT{options}"), Depth: 1),
                ],
            ]),
            .. standing.Orphaned.Select(entry => new Item(
                $"orphaned: {entry.Id}: {entry.Subject}: {entry.Change}: nothing matches it any more (line {Phrases.Number(entry.Line)} of the ledger)")),
            .. standing.NotCovered.IsEmpty ? (Block[])[] :
            [
                new Item($"not covered by this selection: {string.Join(", ", standing.NotCovered.Select(entry => entry.Id))}"),
            ],
            open.Length > 0 ? new Paragraph(total) : new Item(total),
        ]);
    }

    private static string State(JudgedItem item) => item.State switch
    {
        ItemState.Void => (item.IsOfWhole ? "void: the evidence has changed since"
                : "void: this selection has other evidence than that on which")
            + $" {item.Entry!.By} decided, {SignOffLedger.Date(item.Entry)}, on {Phrases.Counted(item.Entry.Scenarios, "scenario")}",
        ItemState.Uncommitted => $"{SignOffLedger.Decision(item.Entry!)}, in line {Phrases.Number(item.Entry!.Line)} of the ledger, "
            + "which is not committed yet",
        ItemState.Rejected => $"rejected by {item.Entry!.By}, {SignOffLedger.Date(item.Entry)}: {item.Entry.Reason}",
        _ => "nobody has decided",
    };
}
