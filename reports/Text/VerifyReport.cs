using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>verify</c> prints: what is open, each with the command that accepts it, and entries that no longer count.</summary>
public static class VerifyReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="standing">Items against the ledger.</param>
    /// <param name="severity">The least severity that counts.</param>
    /// <param name="options">Options that <c>accept</c> needs to see the same, each with a blank before it.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Standing standing, DifferenceSeverity severity, string options, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(screen);
        var open = standing.OpenFrom(severity);
        foreach (var item in open)
        {
            screen.Line($"{SeverityWords.Of(item.Item.Severity)}: {item.Item.Subject}: {item.Item.Title}");
            screen.Line($"  {ExplainWords.Counted(item.Item.Scenarios, "scenario")}, {State(item)}");
            screen.Line($"  compare accept {item.Item.Id} --by NAME --reason TEXT{options}");
        }

        foreach (var entry in standing.Stale)
        {
            screen.Line($"stale: {entry.Id}: {entry.Subject}: {entry.Change}: nothing matches it any more (line {Numbers.Text(entry.Line)} of the ledger)");
        }

        if (open.Length > 0)
        {
            screen.Line();
        }

        var below = standing.OpenFrom(DifferenceSeverity.Bookkeeping).Length - open.Length;
        screen.Line($"{Numbers.Text(open.Length)} open at {SeverityWords.Of(severity)} or worse, {Numbers.Text(below)} below it; "
            + $"{Numbers.Text(standing.Count(ItemState.Accepted))} accepted.");
    }

    private static string State(JudgedItem item) => item.State switch
    {
        ItemState.Void => $"void: the evidence has changed since {item.Entry!.By} decided, {SignOffLedger.Date(item.Entry)}, "
            + $"on {ExplainWords.Counted(item.Entry.Scenarios, "scenario")}",
        ItemState.Rejected => $"rejected by {item.Entry!.By}, {SignOffLedger.Date(item.Entry)}: {item.Entry.Reason}",
        _ => "nobody has decided",
    };
}
