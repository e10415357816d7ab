using System.Globalization;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>The sign-off block: who accepted what, what became void or stale, and the lines to sign.</summary>
internal static class SignOffLedger
{
    public static void Write(SignOffCase signOff, Screen screen)
    {
        var standing = signOff.Standing;
        screen.Line();
        screen.Line("## Sign-off");
        screen.Line();
        screen.Line(SignOffAnswer.State(signOff));
        WriteSeverities(standing, screen);
        WriteDecided("Decided on this evidence", standing.Items.Where(item => item.State is ItemState.Accepted or ItemState.Rejected), screen);
        WriteDecided("Void: the evidence has changed since", standing.Items.Where(item => item.State == ItemState.Void), screen);
        WriteEntries("Stale: nothing matches these any more", standing.Stale, screen);
        WriteEntries("Not covered by this run", standing.NotCovered, screen);
        screen.Line();
        screen.Line("`compare verify` prints the command that accepts each open one; `compare review` walks through them.");
        screen.Line();
        screen.Line("| reviewed by | tested by | date |");
        screen.Line("| ----------- | --------- | ---- |");
        screen.Line("|             |           |      |");
    }

    /// <summary>The state of an item in a few words.</summary>
    public static string Word(JudgedItem item) => item.State switch
    {
        ItemState.Open => "open",
        ItemState.Void => $"void ({Decision(item.Entry!)} on {Numbers.Text(item.Entry!.Scenarios)} scenarios)",
        _ => Decision(item.Entry!),
    };

    /// <summary>A date as the ledger has it.</summary>
    public static string Date(LedgerRow entry) => entry.Date.ToString(LedgerColumns.DateFormat, CultureInfo.InvariantCulture);

    private static string Decision(LedgerRow entry)
        => SignOffReport.Plain($"{(entry.IsAccepted ? LedgerColumns.Accepted : LedgerColumns.Rejected)} by {entry.By}, {Date(entry)}");

    private static void WriteSeverities(Standing standing, Screen screen)
    {
        screen.Line();
        var table = Tables.Create(1, "severity", "classes and findings", "accepted", "rejected", "void", "open");
        foreach (var group in standing.Items.GroupBy(item => item.Item.Severity).OrderBy(group => group.Key))
        {
            table.Row(
            [
                SeverityWords.Of(group.Key),
                Numbers.Text(group.Count()),
                Numbers.Text(group.Count(item => item.State == ItemState.Accepted)),
                Numbers.Text(group.Count(item => item.State == ItemState.Rejected)),
                Numbers.Text(group.Count(item => item.State == ItemState.Void)),
                Numbers.Text(group.Count(item => item.State == ItemState.Open)),
            ]);
        }

        screen.Table(table);
    }

    private static void WriteDecided(string heading, IEnumerable<JudgedItem> items, Screen screen)
        => WriteEntries(heading, [.. items.Select(item => item.Entry!)], screen);

    private static void WriteEntries(string heading, IReadOnlyCollection<LedgerRow> entries, Screen screen)
    {
        if (entries.Count == 0)
        {
            return;
        }

        screen.Line();
        screen.Line($"{heading}:");
        screen.Line();
        foreach (var entry in entries)
        {
            screen.Line($"- `{entry.Id}` {SignOffReport.Plain($"{entry.Subject}: {entry.Change}")}, {Numbers.Text(entry.Scenarios)} scenarios; "
                + $"{Decision(entry)}: {SignOffReport.Plain(entry.Reason)}");
        }
    }
}
