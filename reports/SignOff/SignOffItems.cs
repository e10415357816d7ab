namespace Compare.Reports;

/// <summary>Findings and classes of differences, each with what a person needs to judge it.</summary>
internal static class SignOffItems
{
    /// <summary>All of them, by candidate.</summary>
    public static IEnumerable<Block> Of(SignOffCase signOff)
    {
        var findings = signOff.Groups(isFinding: true);
        var classes = signOff.Groups(isFinding: false).ToLookup(group => group.First.Topic);
        return
        [
            new Heading(2, "Rules that are broken"),
            new Paragraph("By the rules of " + Words.Code("compare list rules")
                + $". Severities, worst first: {string.Join(", ", SeverityWords.All)}."),
            .. Section($"By a candidate where {signOff.Base} keeps them", findings.Where(group => !group.First.IsAsBefore), "Nothing."),
            .. Section($"By a candidate as before, where {signOff.Base} breaks them too", AsBefore(isOfBase: false), "Nothing."),
            .. Section($"By {signOff.Base}", AsBefore(isOfBase: true), "Nothing."),
            new Heading(2, "Classes of differences"),
            new Paragraph("Scenarios of a pair in which the same changes, from left to right, told by the last step; worst first. The condition is exact: true"
                + Words.SoftBreak
                + "in every scenario of the class and in no other of the matrix; minimum: proven that fewer terms cannot say it. "
                + Words.Code("compare list words") + Words.SoftBreak
                + "explains its words. Ids (d-…, f-…) are for " + Words.Code("compare accept") + "."),
            .. signOff.Pairs.Select(SignOffItem.TopicOf).Distinct().SelectMany(topic => Section(topic, classes[topic], "No difference.")),
        ];

        IEnumerable<ItemGroup> AsBefore(bool isOfBase)
            => findings.Where(group => group.First.IsAsBefore && group.First.Topic == signOff.Base == isOfBase);

        IEnumerable<Block> Section(string heading, IEnumerable<ItemGroup> groups, string nothing) =>
        [
            new Heading(3, heading),
            .. groups.Any() ? groups.SelectMany(group => Entry(signOff, group)) : [new Paragraph(nothing)],
        ];
    }

    /// <summary>In how many scenarios, with what else is counted.</summary>
    public static string Count(SignOffItem item)
        => Phrases.Counted(item.Scenarios, "scenario") + (item.Detail.Length == 0 ? "" : $": {item.Detail}");

    /// <summary>What a group says, and how it stands: last, as what is left to be done.</summary>
    private static IEnumerable<Block> Entry(SignOffCase signOff, ItemGroup group)
    {
        var item = group.First;
        return
        [
            new Heading(4, $"{SeverityWords.Of(item.Severity)}: {item.Title}"),
            .. item.IsFinding ? (Block[])[new Item(item.Topic)] : [],
            new Item(Count(item)),
            new Item(Phrases.Observed(item.Observed)),
            item.Condition.Factored is null
                ? new Item("always")
                : new When(item.Condition.Factored, "in every scenario of the matrix", "when", ExplainWords.Proof(item.Condition)),
            new Item(Words.Code($"compare run{signOff.Options} --scenario \"{item.WitnessText}\""), "smallest:"),
            .. group.Values.Select(at => new Item(at.Values, at.Place.Length == 0 ? "" : $"{at.Place}:", Depth: 1)),
            new Item(Words.Join(", ", group.Members.Select(member => $"{member.Item.Place}: " + Words.Code(member.Item.Id) + $" {SignOffLedger.State(member)}"))),
        ];
    }
}
