namespace Compare.Reports;

/// <summary>What is sent to a list: the verdict, what changes, what it costs, and a question where no rule knows the answer. Nothing of it needs
/// a file that the reader lacks, and nobody's name is put under it.</summary>
public static class SignOffMail
{
    private const int MostChanges = 6;
    private const int MostCauses = 2;

    /// <summary>Makes the mail.</summary>
    /// <param name="signOff">What is to be signed.</param>
    public static Document Of(SignOffCase signOff) => new(
    [
        new Paragraph($"I ran {Phrases.List(signOff.Candidates)} against {signOff.Base} in a model of the kernel's fault path: "
            + $"{Phrases.Counted(signOff.Summary.Scenarios, "small scenario")} on {Phrases.List(signOff.Kernels.Select(Phrases.Kernel))}."),
        .. signOff.Strategies.SelectMany(strategy => strategy.Remarks).Select(remark => new Item(remark, "-")),
        .. signOff.Verdicts.SelectMany(verdict => (Block[])[new Paragraph(VerdictWords.Of(verdict)), .. VerdictWords.Causes(verdict, MostCauses).Select(cause => cause with { Label = "-" })]),
        .. BetweenCandidates.Of(signOff).Select(sentence => new Paragraph(sentence)),
        .. signOff.Changes.IsEmpty ? (Block[])[] : [.. Changes(signOff), .. CostTable.Brief(signOff)],
        new Paragraph($"{SignOffLedger.Model(signOff)} Races are not modelled. To run it again: compare report{signOff.Choice}"),
    ]);

    private static IEnumerable<Block> Changes(SignOffCase signOff)
    {
        var shown = signOff.Changes.Where(change => change.IsVisible).ToArray();
        return
        [
            new Paragraph(shown.Length == 0 ? "Programs see no difference." : "What programs see:"),
            .. shown.Take(MostChanges).Select(change => new Item(
                $"{change.Plain} As in {change.Smallest.WitnessText}: {change.Smallest.Values.Split(", ")[0]}."
                    + (change.Severity == DifferenceSeverity.OtherResult ? " Is that meant?" : ""),
                "-")),
            .. shown.Length > MostChanges ? (Block[])[new Item($"and {Phrases.Number(shown.Length - MostChanges)} more", "-")] : [],
        ];
    }
}
