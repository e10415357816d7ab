namespace Compare.Reports;

/// <summary>Everything beside the page that is signed: what was compared, every class and finding with its exact condition, every decision.</summary>
public static class SignOffDetails
{
    /// <summary>Makes the report.</summary>
    /// <param name="signOff">What is to be signed.</param>
    /// <param name="validityLink">Where VALIDITY.md is, from the report's directory; <see langword="null"/> where it is not at hand.</param>
    public static Document Of(SignOffCase signOff, string? validityLink) => new(
    [
        new Heading(1, $"Details: {string.Join(", ", signOff.Strategies.Select(strategy => strategy.Name))} "
            + $"on {string.Join(", ", signOff.Kernels.Select(Phrases.Kernel))}"),
        new Heading(2, "What was compared"),
        .. Compared(signOff),
        new Heading(2, "Pairs"),
        RunReport.PairCaption(),
        RunReport.Pairs(signOff.Summary),
        RunReport.PairLegend,
        .. SignOffItems.Of(signOff),
        new Heading(2, "How far the model was validated"),
        new Paragraph(SignOffLedger.Model(signOff) + Words.SoftBreak + "Each of them is named in "
            + (validityLink is null ? Words.Code("VALIDITY.md") : Words.Link("VALIDITY.md", validityLink))
            + ". One processor: races are not modelled."),
        .. SignOffLedger.Of(signOff.Standing),
    ]);

    /// <summary>How far it is decided, and the verdicts, in a few lines.</summary>
    /// <param name="signOff">What is to be signed.</param>
    public static Document State(SignOffCase signOff) => new(
    [
        .. signOff.Verdicts.Select(verdict => new Item(VerdictWords.Of(verdict))),
        new Item(SignOffLedger.State(signOff.Standing)),
    ]);

    /// <summary>The base and the candidates, each with when it starts the journal.</summary>
    /// <param name="signOff">What is to be signed.</param>
    internal static IEnumerable<Block> Strategies(SignOffCase signOff) => signOff.Strategies
        .OrderBy(strategy => strategy.Name == signOff.Base ? 0 : 1)
        .SelectMany(strategy => (Block[])
        [
            new Item((strategy.Name == signOff.Base ? "base " : "candidate ") + Words.Strong(strategy.Name)
                + $": starts the journal where: {strategy.Condition} ({strategy.Origin})"),
            .. strategy.Remarks.Select(remark => new Item(remark, Depth: 1)),
        ]);

    private static IEnumerable<Block> Compared(SignOffCase signOff) =>
    [
        .. Strategies(signOff),
        new Item($"kernels: {string.Join(", ", signOff.Kernels.Select(Phrases.Kernel))}, in a model of their fault path"),
        new Item($"scenarios: {Phrases.Number(signOff.Summary.Scenarios)} of matrix " + Words.Code(signOff.Matrix)
            + (signOff.Where is null ? "" : " where " + Words.Code(signOff.Where)) + "; a small world and a few steps each"),
        new Item($"tool: compare {signOff.Version}"),
        new Item("sha256 of the scenarios: " + Words.Code(signOff.MatrixHash)),
        new Item($"sha256 of the {Phrases.Number(signOff.OutcomeRows)} outcomes, " + Words.Code("outcomes.csv") + " of "
            + Words.Code($"compare run{signOff.Choice}") + ": " + Words.Code(signOff.OutcomeHash)),
    ];
}
