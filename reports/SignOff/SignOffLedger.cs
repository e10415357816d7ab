using System.Globalization;

namespace Compare.Reports;

/// <summary>The sign-off block: who accepted what, what became void or orphaned, and the lines to sign.</summary>
internal static class SignOffLedger
{
    /// <summary>All of it.</summary>
    public static IEnumerable<Block> Of(Standing standing)
    {
        return
        [
            new Heading(2, "Decisions"),
            new Paragraph(State(standing)),
            Severities(standing),
            .. Decided(In(standing, ItemState.Accepted, ItemState.Rejected, ItemState.Uncommitted)),
            .. Entries("Void: the evidence has changed since", Void(isOfWhole: true)),
            .. Entries("Void: decided on other evidence than this selection has", Void(isOfWhole: false)),
            .. Entries("Orphaned: nothing matches these any more", standing.Orphaned),
            .. Entries("Not covered by this selection", standing.NotCovered),
            new Paragraph(Words.Code("compare verify") + " prints the command that accepts each open one; " + Words.Code("compare review")
                + " walks through them."),
        ];

        IEnumerable<LedgerRow> Void(bool isOfWhole)
            => In(standing, ItemState.Void).Where(item => item.IsOfWhole == isOfWhole).Select(item => item.Entry!);
    }

    /// <summary>The lines to sign.</summary>
    public static Table Lines { get; } = MakeLines();

    /// <summary>How far it is decided, in a line.</summary>
    public static string State(Standing standing)
    {
        var open = standing.Items.Where(item => item.IsOpen).ToArray();
        return (open.Length == 0
            ? "Nothing is open"
            : $"{Phrases.Number(open.Length)} open, the worst of severity {SeverityWords.Of(open[0].Item.Severity)}") + $"; {Count(standing)}.";
    }

    /// <summary>What is open at each severity, in a line; nothing where nothing is.</summary>
    public static IEnumerable<Block> Open(SignOffCase signOff)
    {
        var open = signOff.Standing.Items.Where(item => item.IsOpen).ToArray();
        return open.Length == 0 ? [] :
        [
            new Paragraph($"Open: {string.Join(", ", open.GroupBy(item => item.Item.Severity).Select(group => $"{Phrases.Number(group.Count())} {SeverityWords.Of(group.Key)}"))}. "
                + Words.Code($"compare review --by NAME{signOff.Choice}") + " walks through them."),
        ];
    }

    /// <summary>How far the model was held to real kernels.</summary>
    public static string Model(SignOffCase signOff)
    {
        var totals = signOff.Validity;
        var unseen = signOff.Kernels.Where(kernel => !kernel.IsObserved).Select(kernel => kernel.KernelName).ToArray();
        return $"Held to {Phrases.Number(totals.Rows)} rows recorded on real kernels. "
            + $"{Phrases.Number(totals.AssumedRules)} of {Phrases.Number(totals.Rules)} rules and {Phrases.Number(totals.AssumedPolicies)} of "
            + $"{Phrases.Number(totals.Policies)} policies rest on the kernel's source alone."
            + (unseen.Length == 0 ? "" : $" Never observed: {string.Join(", ", unseen)}.");
    }

    /// <summary>What does not count, or does not any more.</summary>
    public static IEnumerable<Block> Brief(Standing standing)
    {
        Block[] entries =
        [
            .. In(standing, ItemState.Void, ItemState.Rejected).Select(item => new Item(
                (item.State != ItemState.Void ? LedgerColumns.Rejected
                    : item.IsOfWhole ? "void, the evidence has changed" : "void, on other evidence")
                + $": {item.Entry!.By}, {Date(item.Entry)}: {item.Entry.Reason}",
                item.Item.Id)),
            .. standing.Orphaned.Select(entry => new Item($"orphaned, nothing matches it: {entry.Subject}: {entry.Change}", entry.Id)),
        ];
        return entries.Length == 0 ? [] : [new Heading(2, "Void, rejected and orphaned decisions"), .. entries];
    }

    /// <summary>How many entries the ledger has, by what they are worth.</summary>
    public static string Count(Standing standing)
        => $"ledger: {Phrases.Number(standing.Decided)} decided, {Phrases.Number(standing.Count(ItemState.Void))} void, "
            + $"{Phrases.Number(standing.Orphaned.Length)} orphaned"
            + (standing.NotCovered.IsEmpty ? "" : $", {Phrases.Number(standing.NotCovered.Length)} not covered by this selection");

    /// <summary>The state of an item in a few words.</summary>
    public static string State(JudgedItem item, bool isBrief = false) => item.State switch
    {
        ItemState.Open when !item.Item.NeedsDecision => "needs no decision",
        ItemState.Open => "open",
        ItemState.Void when isBrief => "void",
        ItemState.Void => $"void ({Decision(item.Entry!)} on {Phrases.Number(item.Entry!.Scenarios)} scenarios)",
        _ => Decision(item.Entry!),
    };

    /// <summary>A date as the ledger has it.</summary>
    public static string Date(LedgerRow entry) => entry.Date.ToString(LedgerColumns.DateFormat, CultureInfo.InvariantCulture);

    /// <summary>Who decided, what and when.</summary>
    public static string Decision(LedgerRow entry)
        => $"{(entry.IsAccepted ? LedgerColumns.Accepted : LedgerColumns.Rejected)} by {entry.By}, {Date(entry)}";

    /// <summary>What somebody else decided while one was about to.</summary>
    public static string Meanwhile(LedgerRow entry) => $"{entry.Id} meanwhile {Decision(entry)}: {entry.Reason}";

    private static Table MakeLines()
    {
        var sign = new Table(["reviewed by", "tested by", "date"], Texts: 3);
        sign.Add("", "", "");
        return sign;
    }

    private static IEnumerable<JudgedItem> In(Standing standing, params ItemState[] states) => standing.Items.Where(item => states.Contains(item.State));

    private static Table Severities(Standing standing)
    {
        ItemState[] states = [ItemState.Accepted, ItemState.Rejected, ItemState.Void, ItemState.Open];
        var table = new Table(["severity", "classes and findings", "accepted", "rejected", "void", "open"], Texts: 1);
        foreach (var group in standing.Items.Where(item => item.Item.NeedsDecision).GroupBy(item => item.Item.Severity).OrderBy(group => group.Key))
        {
            table.Add(
            [
                SeverityWords.Of(group.Key),
                Phrases.Number(group.Count()),
                .. states.Select(state => (Words)Phrases.Number(group.Count(item => item.State == state))),
            ]);
        }

        return table;
    }

    private static IEnumerable<Block> Decided(IEnumerable<JudgedItem> items) => !items.Any() ? [] :
    [
        new Paragraph("Decided on this evidence:"),
        .. items.SelectMany(item => (Block[])
        [
            Entry(item.Entry!),
            .. item.Past.Select(past => new Item($"before: {Decision(past)}, on {Phrases.Counted(past.Scenarios, "scenario")}: {past.Reason}", Depth: 1)),
        ]),
    ];

    private static IEnumerable<Block> Entries(string heading, IEnumerable<LedgerRow> entries) => !entries.Any() ? [] :
    [
        new Paragraph($"{heading}:"),
        .. entries.Select(Entry),
    ];

    private static Item Entry(LedgerRow entry) => new(Words.Code(entry.Id)
        + $" {entry.Subject}: {entry.Change}, {Phrases.Counted(entry.Scenarios, "scenario")}; {Decision(entry)}: {entry.Reason}");
}
