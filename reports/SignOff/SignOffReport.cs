namespace Compare.Reports;

/// <summary>What a person reads before signing: the whole report, and what of it is short enough for a mail.</summary>
public static class SignOffReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="signOff">What is to be signed.</param>
    /// <param name="validityLink">Where VALIDITY.md is, from the report's directory; <see langword="null"/> where it is not at hand.</param>
    public static Document Of(SignOffCase signOff, string? validityLink) => new(
    [
        new Heading(1, $"Sign-off: {string.Join(", ", signOff.Strategies.Select(strategy => strategy.Name))} "
            + $"on {string.Join(", ", signOff.Kernels.Select(Phrases.Kernel))}"),
        new Heading(2, "The answer"),
        .. SignOffAnswer.Of(signOff),
        new Heading(2, "What was compared"),
        .. Compared(signOff),
        new Heading(2, "Pairs"),
        RunReport.PairCaption(),
        RunReport.Pairs(signOff.Summary),
        RunReport.PairLegend,
        .. SignOffItems.Of(signOff),
        new Heading(2, "How far the model was validated"),
        new Paragraph(SignOffAnswer.Model(signOff) + Words.SoftBreak + "Each of them is named in "
            + (validityLink is null ? Words.Code("VALIDITY.md") : Words.Link("VALIDITY.md", validityLink))
            + ". One processor: races are not modelled."),
        .. SignOffLedger.Of(signOff.Standing),
    ]);

    /// <summary>Makes the report for a mail: the answer, findings and differences that say the same on several kernels or of several
    /// strategies together, bookkeeping only counted.</summary>
    /// <param name="signOff">What is to be signed.</param>
    public static Document Brief(SignOffCase signOff) => new(
    [
        new Paragraph($"{Phrases.List(signOff.Strategies.Select(strategy => strategy.Name))} on "
            + $"{Phrases.List(signOff.Kernels.Select(Phrases.Kernel))}, compared in a model of the kernel's fault path over "
            + $"{Phrases.Number(signOff.Summary.Scenarios)} scenarios."),
        .. SignOffAnswer.Of(signOff),
        new Heading(2, "Scenarios by what differs first"),
        .. BriefPairs(signOff),
        .. SignOffItems.Brief(signOff),
        .. SignOffLedger.Brief(signOff.Standing),
        new Heading(2, "What was compared"),
        .. BriefCompared(signOff),
    ]);

    /// <summary>How far it is signed, in one line.</summary>
    /// <param name="signOff">What is to be signed.</param>
    public static string State(SignOffCase signOff) => SignOffAnswer.State(signOff.Standing);

    private static IEnumerable<Block> Compared(SignOffCase signOff) =>
    [
        .. signOff.Strategies.SelectMany(strategy => (Block[])
        [
            new Item("strategy " + Words.Strong(strategy.Name) + $": starts the journal where: {strategy.Condition} ({strategy.Origin})"),
            .. Remarks(strategy),
        ]),
        new Item($"kernels: {string.Join(", ", signOff.Kernels.Select(Phrases.Kernel))}, in a model of their fault path"),
        new Item($"scenarios: {Phrases.Number(signOff.Summary.Scenarios)} of matrix " + Words.Code(signOff.Matrix)
            + (signOff.Where is null ? "" : " where " + Words.Code(signOff.Where)) + "; a small world and a few steps each"),
        new Item($"tool: compare {signOff.Version}"),
        new Item("sha256 of the scenarios: " + Words.Code(signOff.MatrixHash)),
        new Item($"sha256 of the {Phrases.Number(signOff.OutcomeRows)} outcomes, " + Words.Code("outcomes.csv") + " of "
            + Words.Code($"compare run{signOff.Choice}") + ": " + Words.Code(signOff.OutcomeHash)),
    ];

    private static IEnumerable<Block> BriefCompared(SignOffCase signOff) =>
    [
        .. signOff.Strategies.SelectMany(strategy => (Block[])
        [
            new Item($"journal for: {strategy.Condition} ({strategy.Origin})", $"{strategy.Name}:"),
            .. Remarks(strategy),
        ]),
        new Item($"compare {signOff.Version}, matrix {signOff.Matrix}{(signOff.Where is null ? "" : $" where {signOff.Where}")}"),
        new Item("sha256 of the scenarios, then of the outcomes that compare run writes:"),
        new Item(Words.Code(signOff.MatrixHash), Depth: 1),
        new Item(Words.Code(signOff.OutcomeHash), Depth: 1),
        new Paragraph("Reviewed-by:" + Words.HardBreak + "Tested-by:"),
    ];

    private static IEnumerable<Item> Remarks(StrategyDescription strategy) => strategy.Remarks.Select(remark => new Item(remark, Depth: 1));

    private static IEnumerable<Block> BriefPairs(SignOffCase signOff)
    {
        var contenders = signOff.Summary.Contenders;
        return signOff.Summary.Pairs
            .Where(pair => contenders[pair.Left].KernelName == contenders[pair.Right].KernelName)
            .GroupBy(pair => $"{contenders[pair.Left].StrategyName} -> {contenders[pair.Right].StrategyName}")
            .SelectMany(group => (Block[])
            [
                new Item(group.Key),
                .. group
                    .GroupBy(
                        pair => pair.Scenarios == 0 ? SignOffAnswer.NotCompared : RunReport.Tally(pair),
                        pair => contenders[pair.Left].KernelName)
                    .Select(same => new Item(same.Key, $"{string.Join(", ", same)}:", Depth: 1)),
            ]);
    }
}
