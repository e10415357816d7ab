namespace Compare.Reports;

/// <summary>What <c>review</c> says of each open group.</summary>
public static class ReviewReport
{
    /// <summary>Makes the report of one group.</summary>
    /// <param name="group">What is decided together.</param>
    /// <param name="number">Which one it is, from 1.</param>
    /// <param name="count">How many there are.</param>
    public static Document Of(ItemGroup group, int number, int count)
    {
        var item = group.First;
        return new Document(
            [
                new Heading(3, $"[{Phrases.Number(number)}/{Phrases.Number(count)}] {SeverityWords.Of(item.Severity)}: {item.Topic}: {item.Title}"),
                new Item(SignOffItems.Count(item)),
                new Item(item.When, "when"),
                new Item(Words.Code($"compare run --scenario \"{item.WitnessText}\""), "smallest:"),
                .. group.Values.Select(at => new Item(at.Values, at.Place.Length == 0 ? "" : $"{at.Place}:", Depth: 1)),
                .. group.Members.Select(member => new Item($"{member.Item.Id} {SignOffLedger.State(member)}", $"{member.Item.Place}:")),
            ],
            new Layout(Margin: 2));
    }

    /// <summary>Makes the answer to somebody whom others came before.</summary>
    /// <param name="others">What they decided on the same, since the ledger was read.</param>
    public static Document NotRecorded(IEnumerable<LedgerRow> others) => new(
        [
            new Item("Not recorded; answer again to take the place of what others have decided:"),
            .. others.Select(entry => new Item(SignOffLedger.Meanwhile(entry), Depth: 1)),
        ],
        new Layout(Margin: 2));
}
