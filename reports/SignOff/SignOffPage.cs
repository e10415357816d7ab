namespace Compare.Reports;

/// <summary>The page that is signed: the verdict, what changes, what it costs, what it rests on. Everything else is in the details.</summary>
public static class SignOffPage
{
    private const int MostChanges = 10;
    private const int MostCauses = 3;

    /// <summary>Makes the page.</summary>
    /// <param name="signOff">What is to be signed.</param>
    /// <param name="details">Name of the file with everything else, beside it.</param>
    public static Document Of(SignOffCase signOff, string details) => new(
        [
            new Heading(1, Title(signOff)),
            .. Verdicts(signOff),
            new Heading(2, "What was compared"),
            .. SignOffDetails.Strategies(signOff),
            new Heading(2, "What changes for programs"),
            .. Changes(signOff, details),
            new Heading(2, "What an access costs"),
            CostTable.Legend,
            CostTable.Of(signOff),
            new Heading(2, "What it rests on"),
            .. Basis(signOff),
            new Heading(2, "To run it again"),
            new Code($"compare report{signOff.Choice}", ""),
            new Heading(2, "Sign-off"),
            new Paragraph(SignOffLedger.State(signOff.Standing)),
            .. SignOffLedger.Open(signOff),
            SignOffLedger.Lines,
        ],
        new Layout(Widest: 100));

    private static string Title(SignOffCase signOff)
    {
        string[] candidates = [.. signOff.Candidates];
        return candidates.Length == 0
            ? $"{signOff.Base} alone: no candidate to take its place"
            : $"May {string.Join(" or ", candidates)} replace {signOff.Base}?";
    }

    private static IEnumerable<Block> Verdicts(SignOffCase signOff) =>
    [
        .. signOff.Verdicts.SelectMany(verdict => (Block[])[new Paragraph(VerdictWords.Of(verdict)), .. VerdictWords.Causes(verdict, MostCauses)]),
        .. BetweenCandidates.Of(signOff).Select(sentence => new Paragraph(sentence)),
    ];

    private static IEnumerable<Block> Changes(SignOffCase signOff, string details)
    {
        var changes = signOff.Changes;
        var visible = changes.Where(change => change.IsVisible).ToArray();
        var others = changes.Where(change => !change.IsVisible).ToArray();
        return
        [
            .. visible.Length == 0 ? (Block[])[new Paragraph("No result and no page differs.")] :
            [
                new Paragraph($"Merged over {Phrases.List(signOff.Kernels.Select(Phrases.Kernel))} and over steps; the exact conditions are in {details}."),
                .. Numbered(visible, 0, MostChanges),
            ],
            .. others.Length == 0 ? (Block[])[] :
            [
                new Paragraph("In no result:"),
                .. Numbered(others, visible.Length, Math.Max(MostChanges - visible.Length, 3)),
            ],
        ];

        IEnumerable<Block> Numbered(ChangeGroup[] groups, int before, int most) =>
        [
            .. groups.Take(most).Select((change, i) => new Item(Change(signOff, change), Number: before + i + 1)),
            .. groups.Length > most ? (Block[])[new Paragraph($"And {Phrases.Number(groups.Length - most)} lesser ones, in {details}.")] : [],
        ];
    }

    private static Words Change(SignOffCase signOff, ChangeGroup change)
    {
        var (fewest, most) = change.Scenarios;
        var count = fewest == most ? Phrases.Counted(most, "scenario") : $"{Phrases.Number(fewest)} to {Phrases.Number(most)} scenarios";
        var who = change.Items.Select(item => item.Topic).Distinct().Count() < signOff.Candidates.Count()
            ? $" ({string.Join(", ", change.Items.Select(item => item.Topic.Split(" -> ")[^1]).Distinct())} alone)"
            : "";
        return Words.Strong($"{SeverityWords.Of(change.Severity)}{who}:") + $" {change.Plain} In {count}"
            + (change.Reach.Length == 0 ? "" : $" ({change.Reach})") + $", {Observed(change.Observed)}, as in "
            + Words.Code(change.Smallest.WitnessText) + $": {change.Smallest.Values.Split(", ")[0]}.";
    }

    private static string Observed(ObservedShare share) => share.Contradicted > 0
        ? $"of whose {Phrases.Number(share.All)} cases real kernels contradicted {Phrases.Number(share.Contradicted)}"
        : share.Observed == share.All ? "all observed on real kernels"
        : share.Observed == 0 ? "none observed on a real kernel"
        : $"{Phrases.Number(share.Observed)} of {Phrases.Number(share.All)} cases observed on real kernels";

    private static IEnumerable<Block> Basis(SignOffCase signOff) =>
    [
        new Item($"A model of the kernel's fault path, run over {Phrases.Counted(signOff.Summary.Scenarios, "scenario")} of matrix "
            + Words.Code(signOff.Matrix) + (signOff.Where is null ? "" : " where " + Words.Code(signOff.Where))
            + "; a small world and a few steps each, one processor, no races."),
        new Item($"{SignOffLedger.Model(signOff)} {SensitivityReport.Basis(signOff.Sensitivity)}"),
    ];
}
