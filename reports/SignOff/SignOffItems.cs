namespace Compare.Reports;

/// <summary>Findings and classes of differences, each with what a person needs to judge it.</summary>
internal static class SignOffItems
{
    /// <summary>All of them, by strategy and by pair.</summary>
    public static IEnumerable<Block> Of(SignOffCase signOff)
    {
        var findings = signOff.Groups(isFinding: true).ToLookup(group => group.First.Topic);
        var classes = signOff.Groups(isFinding: false).ToLookup(group => group.First.Topic);
        return
        [
            new Heading(2, "Findings per strategy"),
            new Paragraph("Each strategy judged on its own by the rules of " + Words.Code("compare list rules")
                + ", but for the fewest journal starts, which another strategy here" + Words.SoftBreak
                + $"shows to be enough. Severities, worst first: {string.Join(", ", SeverityWords.All)}."),
            .. signOff.Strategies.SelectMany(strategy => Topic(strategy.Name, findings[strategy.Name], "Nothing.")),
            new Heading(2, "Classes of differences"),
            new Paragraph("Scenarios of a pair in which the same changes, from left to right, told by the last step; worst first. The condition is exact: true"
                + Words.SoftBreak
                + "in every scenario of the class and in no other of the matrix; minimum: proven that fewer terms cannot say it. "
                + Words.Code("compare list words") + Words.SoftBreak
                + "explains its words. Ids (d-…, f-…) are for " + Words.Code("compare accept") + "."),
            .. signOff.Pairs.Select(SignOffItem.TopicOf).Distinct().SelectMany(topic => Topic(topic, classes[topic], "No difference.")),
        ];

        IEnumerable<Block> Topic(string topic, IEnumerable<ItemGroup> groups, string nothing) =>
        [
            new Heading(3, topic),
            .. groups.Any() ? groups.SelectMany(group => Entry(signOff, [group], isBrief: false)) : [new Paragraph(nothing)],
        ];
    }

    /// <summary>Those of a patch that are worse than bookkeeping; what says the same stands together.</summary>
    public static IEnumerable<Block> Brief(SignOffCase signOff)
    {
        var kernels = signOff.Kernels.Select(kernel => kernel.KernelName).ToHashSet(StringComparer.Ordinal);
        var classes = signOff.Groups(isFinding: false).ToLookup(group => kernels.Contains(group.First.Place));
        var ofKernels = classes[false].Sum(group => group.Members.Length);
        return
        [
            new Heading(2, "Findings, each strategy on its own"),
            .. Section(signOff.Groups(isFinding: true)),
            new Heading(2, "Differences between strategies, worst first"),
            .. Section(classes[true]),
            .. ofKernels == 0 ? (Block[])[] :
            [
                new Paragraph($"Between the kernels, under one strategy, there are {Phrases.Number(ofKernels)} classes of differences, which "
                    + "no patch makes; the Markdown report has them."),
            ],
        ];

        IEnumerable<Block> Section(IEnumerable<ItemGroup> groups)
        {
            var all = groups.ToLookup(group => group.First.Severity == DifferenceSeverity.Bookkeeping);
            foreach (var same in all[false]
                .GroupBy(group => (group.First.Change, group.First.Detail, group.First.When, group.First.Witness.Id)))
            {
                foreach (var block in Entry(signOff, [.. same], isBrief: true))
                {
                    yield return block;
                }
            }

            if (!all[false].Any())
            {
                yield return new Paragraph("None.");
            }

            if (all[true].Sum(group => group.Members.Length) is > 0 and var left)
            {
                yield return new Paragraph(
                    $"And {Phrases.Number(left)} of severity bookkeeping (time, blocks, handler calls, counters), in the Markdown report.");
            }
        }
    }

    /// <summary>In how many scenarios, with what else is counted.</summary>
    public static string Count(SignOffItem item)
        => Phrases.Counted(item.Scenarios, "scenario") + (item.Detail.Length == 0 ? "" : $": {item.Detail}");

    /// <summary>What some groups say, and how each of them stands: first where they are several, else last, as what is left to be done.</summary>
    private static IEnumerable<Block> Entry(SignOffCase signOff, ItemGroup[] same, bool isBrief)
    {
        var item = same[0].First;
        return
        [
            new Heading(4, $"{SeverityWords.Of(item.Severity)}: {item.Title}"),
            .. isBrief ? same.Select(group => new Item(States(group, isBrief), $"{group.First.Topic}:")) : [],
            new Item(Count(item)),
            item.Condition.Factored is null && !isBrief
                ? new Item("always")
                : new When(
                    item.Condition.Factored,
                    "in every scenario of the matrix",
                    "when",
                    ExplainWords.Proof(item.Condition),
                    $"{Phrases.Counted(item.Condition.Terms.Length, "term")}, in the Markdown report"),
            new Item(Words.Code($"compare run{signOff.Options} --scenario \"{item.WitnessText}\""), "smallest:"),
            .. isBrief
                ? item.IsFinding ? (Block[])[new Item(item.Values, "there:")] : []
                : [.. same[0].Values.Select(at => new Item(at.Values, at.Place.Length == 0 ? "" : $"{at.Place}:", Depth: 1)), new Item(States(same[0], isBrief))],
        ];
    }

    private static Words States(ItemGroup group, bool isBrief) => Words.Join(", ", group.Members.Select(member =>
        member.Item.Place + (isBrief ? " " : ": ") + Words.Code(member.Item.Id) + " " + SignOffLedger.State(member, isBrief)));
}
