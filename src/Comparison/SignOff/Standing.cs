using System.Globalization;

namespace Compare.Comparison;

/// <summary>What a ledger says about an item.</summary>
public enum ItemState : byte
{
    /// <summary>Nobody decided.</summary>
    Open,

    /// <summary>Somebody decided on other evidence than today's; as good as open.</summary>
    Void,

    /// <summary>Somebody rejected exactly this; open until it is gone.</summary>
    Rejected,

    /// <summary>Somebody accepted exactly this, in a row that is not committed and does not count by itself; as good as open.</summary>
    Uncommitted,

    /// <summary>Somebody accepted exactly this.</summary>
    Accepted,
}

/// <summary>An item with what the ledger says about it.</summary>
/// <param name="Item">The item.</param>
/// <param name="State">What counts.</param>
/// <param name="Entry">The entry in the ledger, if there is one.</param>
/// <param name="Past">Decisions whose place the entry took, the oldest first.</param>
/// <param name="IsOfWhole">Whether its contenders ran the whole matrix; else a decision may be about scenarios left out.</param>
public sealed record JudgedItem(SignOffItem Item, ItemState State, LedgerRow? Entry, ImmutableArray<LedgerRow> Past, bool IsOfWhole)
{
    /// <summary>Whether somebody has still to do something about it.</summary>
    public bool IsOpen => Item.NeedsDecision && State != ItemState.Accepted;
}

/// <summary>How the items of a run stand against a ledger. Each entry that counts is decided (its item is accepted or rejected), void or
/// orphaned, or not covered where a part ran.</summary>
/// <param name="Items">Every item, worst first.</param>
/// <param name="Orphaned">Entries about contenders that ran the whole matrix, which nothing matches any more.</param>
/// <param name="NotCovered">Entries that nothing matches, about contenders that ran a part of the matrix or nothing: what they are about
/// may still be there.</param>
public sealed record Standing(ImmutableArray<JudgedItem> Items, ImmutableArray<LedgerRow> Orphaned, ImmutableArray<LedgerRow> NotCovered)
{
    /// <summary>Compares items with a ledger.</summary>
    /// <param name="items">What a run came to; worst first.</param>
    /// <param name="entries">The ledger.</param>
    /// <param name="path">Its file, for messages.</param>
    /// <param name="whole">The contenders that ran every scenario of the matrix.</param>
    /// <exception cref="InputException">An entry has an id that its subject and change do not make, or a number of scenarios that its
    /// evidence does not have.</exception>
    public static Standing Of(
        ImmutableArray<SignOffItem> items, ImmutableArray<LedgerRow> entries, string path, IEnumerable<ContenderName> whole)
    {
        foreach (var entry in entries)
        {
            Check(entry, path);
        }

        var past = entries.Where(entry => entry.IsReplaced).ToLookup(entry => entry.Id, StringComparer.Ordinal);
        entries = entries.RemoveAll(entry => entry.IsReplaced);
        var byId = entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        foreach (var item in items)
        {
            Check(item, byId.GetValueOrDefault(item.Id), path);
        }

        var ids = items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var names = whole.Select(contender => contender.ToString()).ToHashSet(StringComparer.Ordinal);
        var gone = entries.Where(entry => !ids.Contains(entry.Id)).ToLookup(entry => IsOfWhole(entry.Subject));
        return new(
            [.. items.Select(item => Judge(item, byId.GetValueOrDefault(item.Id), [.. past[item.Id]], IsOfWhole(item.Subject)))],
            [.. gone[true]],
            [.. gone[false]]);

        bool IsOfWhole(string subject) => subject.Split(" -> ").All(names.Contains);
    }

    /// <summary>Entries whose rows are not committed and do not count; <see langword="null"/> where every row counts.</summary>
    public ImmutableArray<LedgerRow>? Uncommitted { get; private init; }

    /// <summary>The same where a row counts only once it is committed.</summary>
    /// <param name="lines">The lines of the ledger that are, counted from 1.</param>
    public Standing HeldToCommitted(IReadOnlySet<long> lines)
    {
        var entries = Items.Select(item => item.Entry).OfType<LedgerRow>().Concat(Orphaned).Concat(NotCovered);
        return this with
        {
            Items =
            [
                .. Items.Select(item => item.State == ItemState.Accepted && !lines.Contains(item.Entry!.Line)
                    ? item with { State = ItemState.Uncommitted }
                    : item),
            ],
            Uncommitted = [.. entries.Where(entry => !lines.Contains(entry.Line))],
        };
    }

    /// <summary>What is open at a severity or above, worst first.</summary>
    /// <param name="severity">The least that counts.</param>
    public ImmutableArray<JudgedItem> OpenFrom(DifferenceSeverity severity)
        => [.. Items.Where(item => item.IsOpen && item.Item.Severity <= severity)];

    /// <summary>How many entries decide an item on the evidence of today, and count.</summary>
    public int Decided => Count(ItemState.Accepted) + Count(ItemState.Rejected);

    /// <summary>How many items are in a state.</summary>
    /// <param name="state">The state.</param>
    public int Count(ItemState state) => Items.Count(item => item.State == state);

    private static JudgedItem Judge(SignOffItem item, LedgerRow? entry, ImmutableArray<LedgerRow> past, bool isOfWhole) => new(
        item,
        entry is null ? ItemState.Open
        : entry.Evidence != item.Evidence ? ItemState.Void
        : entry.IsAccepted ? ItemState.Accepted : ItemState.Rejected,
        entry,
        past,
        isOfWhole);

    /// <summary>The evidence is a hash of the scenarios too, so that the same evidence has as many.</summary>
    private static void Check(SignOffItem item, LedgerRow? entry, string path)
    {
        if (entry is not null && entry.Evidence == item.Evidence && entry.Scenarios != item.Scenarios)
        {
            throw new InputException(
                new InputLocation(path, entry.Line, "scenarios"),
                string.Create(
                    CultureInfo.InvariantCulture, $"found '{entry.Scenarios}', expected {item.Scenarios}, the number of the evidence in this row"));
        }
    }

    private static void Check(LedgerRow entry, string path)
    {
        var location = new InputLocation(path, entry.Line, LedgerColumns.All[0]);
        if (!SignOffItem.IsId(entry.Id))
        {
            throw new InputException(location, $"found '{entry.Id}', expected d- or f- and eight hexadecimal digits, as compare verify prints them");
        }

        var expected = SignOffItem.IdOf(entry.Id.StartsWith('f'), entry.Subject, entry.Change);
        if (expected != entry.Id)
        {
            throw new InputException(location, $"found '{entry.Id}', expected '{expected}', the id of the subject and change in this row");
        }
    }
}
