namespace Compare.Reports;

/// <summary>What <c>run</c> says: how each pair differs, what each strategy's steps came to, and what it endangers.</summary>
public static class RunReport
{
    private static readonly (string Name, Func<PairTally, long> Of, Tone Tone)[] Kinds =
    [
        ("same", pair => pair[DifferenceKind.Same], Tone.Plain),
        ("fixed", pair => pair[DifferenceKind.Fixed], Tone.Good),
        ("broken", pair => pair[DifferenceKind.Broken], Tone.Bad),
        ("other result", pair => pair[DifferenceKind.OtherResult], Tone.Plain),
        ("page", pair => pair[DifferenceKind.Page], Tone.Plain),
        ("journal only", pair => pair[DifferenceKind.Journal], Tone.Plain),
        ("else", pair => pair[DifferenceKind.Other], Tone.Plain),
    ];

    /// <summary>The columns of the table of contenders. What no shipped strategy does has its column only where it occurs.</summary>
    private static readonly ImmutableArray<(string Name, Func<ContenderTally, long> Of, bool IsRare)> Counts =
    [
        ("SIGBUS", tally => tally.SigBus, false),
        ("blocked", tally => tally.Blocked, false),
        ("livelock", tally => tally.Livelock, false),
        ("oops", tally => tally.Oops, true),
        ("hang", tally => tally.Hang, true),
        ("journal starts", tally => tally.JournalStarts, false),
        ("lookup starts", tally => tally.LookupStarts, false),
    ];

    /// <summary>Makes the report.</summary>
    /// <param name="summary">What the run came to.</param>
    public static Document Of(MatrixSummary summary) => new(
    [
        .. summary.Pairs.Count > 0 ? (Block[])[PairCaption(Tone.Strong), Pairs(summary), PairLegend] : [],
        new Paragraph(Words.Strong("Steps that end in SIGBUS, block or never end, and journal starts in all steps")
            + Words.SoftBreak + "by the fault handler itself and by the block lookup inside it:"),
        Tallies(summary),
        .. Safety(summary),
        .. summary.Contenders.All(contender => contender.IsObserved)
            ? (Block[])[]
            : [new Paragraph("(never observed): no real kernel like this was recorded; the model alone says so.")],
    ]);

    /// <summary>What the columns of the table of pairs mean.</summary>
    /// <param name="first">How the first line stands out.</param>
    internal static Paragraph PairCaption(Tone first = Tone.Plain) => new(
        Words.Of("Scenarios in which a pair is the same, and the others by what differs first:", first)
        + Words.SoftBreak + "right and wrong (fixed, broken), else a result, else a mapped page, else journal starts,"
        + Words.SoftBreak + "else calls, counters, time or blocks.");

    /// <summary>Who is right, under the table of pairs.</summary>
    internal static Paragraph PairLegend { get; } = new(
        "Fixed: the left one breaks a rule (an allowed access fails or hangs, data at risk) that the right one keeps; broken: the reverse.");

    /// <summary>The table of pairs.</summary>
    internal static Table Pairs(MatrixSummary summary)
    {
        var table = new Table(["left", "right", "scenarios", .. Kinds.Select(kind => kind.Name)], Texts: 2, Keys: 2);
        foreach (var pair in summary.Pairs)
        {
            table.Add(
            [
                Phrases.Name(summary.Contenders[pair.Left]),
                Phrases.Name(summary.Contenders[pair.Right]),
                Phrases.Number(pair.Scenarios),
                .. Kinds.Select(kind => Words.Of(Phrases.Number(kind.Of(pair)), kind.Of(pair) == 0 ? Tone.Plain : kind.Tone)),
            ]);
        }

        return table;
    }

    /// <summary>The scenarios of a pair by what differs first, in a line.</summary>
    internal static string Tally(PairTally pair) => string.Join(", ", Kinds.Select(kind => $"{kind.Name} {Phrases.Number(kind.Of(pair))}"));

    private static Table Tallies(MatrixSummary summary)
    {
        var tallies = Enumerable.Range(0, summary.Contenders.Length).Select(summary.Tally).ToArray();
        var columns = Counts.Where(column => !column.IsRare || tallies.Any(tally => column.Of(tally) > 0)).ToArray();
        var table = new Table(["kernel", "strategy", .. columns.Select(column => column.Name)], Texts: 2, Keys: 2);
        foreach (var (contender, tally) in summary.Contenders.Zip(tallies))
        {
            table.Add(
            [
                Phrases.Kernel(contender),
                contender.StrategyName,
                .. columns.Select(column => (Words)Phrases.Number(column.Of(tally))),
            ]);
        }

        return table;
    }

    /// <summary>What each strategy endangers, with count and first witness.</summary>
    private static IEnumerable<Block> Safety(MatrixSummary summary)
    {
        yield return new Paragraph(
            Words.Strong("What each strategy endangers, judged on its own: steps that do so, and the first scenario and step:"));
        var table = new Table(["kernel", "strategy", "endangers", "first", "steps"], Texts: 4, Keys: 2);
        var clean = new List<string>();
        for (var i = 0; i < summary.Contenders.Length; i++)
        {
            var contender = summary.Contenders[i];
            var counts = summary.Broken(i).Zip(FindingRule.OfSteps).Where(item => item.First.Steps > 0).ToArray();
            foreach (var (count, rule) in counts)
            {
                table.Add(
                    Phrases.Kernel(contender),
                    contender.StrategyName,
                    rule.Text,
                    $"{count.Witness} step {Phrases.Number(count.Step)}",
                    Phrases.Number(count.Steps));
            }

            if (counts.Length == 0)
            {
                clean.Add(Phrases.Name(contender));
            }
        }

        if (table.Rows.Count > 0)
        {
            yield return table;
        }

        if (clean.Count > 0)
        {
            yield return new Paragraph($"Nothing: {string.Join(", ", clean)}.");
        }
    }
}
