using System.Globalization;

namespace Compare.Reports;

/// <summary>Verdicts as people read them.</summary>
public static class VerdictWords
{
    private static readonly ImmutableArray<(VerdictKind Kind, string Word, string When, string Sentence)> All =
    [
        (VerdictKind.DoNotMerge, "do not merge", "it breaks a rule of right and wrong that the base keeps: an allowed access fails or hangs, or data is at risk",
            "It breaks a rule that {0} keeps."),
        (VerdictKind.Decide, "decide", "else, where programs see another result or page and no rule says who is right, or no scenario was run by both",
            "It changes what programs see, and no rule says who is right."),
        (VerdictKind.MergeableAtCost, "mergeable at a cost", "else, where it starts the journal more often, or breaks a rule of cost that the base keeps",
            "It breaks nothing that {0} does right, and costs more in some accesses."),
        (VerdictKind.Mergeable, "mergeable", "else", "It breaks nothing that {0} does right, and costs nothing more."),
    ];

    /// <summary>The rules by which a verdict is found, for <c>list verdicts</c>.</summary>
    public static Document List()
    {
        var table = new Table(["verdict", "where", "its sentence"], Texts: 3);
        foreach (var (_, word, when, sentence) in All)
        {
            table.Add(word, when, string.Format(CultureInfo.InvariantCulture, sentence, "BASE"));
        }

        return new Document(
        [
            table,
            new Paragraph("The first line that holds is the verdict on a candidate, over all kernels and scenarios that were run."
                + Words.SoftBreak + "What the base does wrong and the candidate right is repaired, what both do wrong is as before: neither changes a verdict."
                + Words.SoftBreak + "Rules of right and wrong are those of " + Words.Code("compare list rules") + " from data-at-risk to new-failure; the others are of cost."),
        ]);
    }

    /// <summary>The word of a verdict.</summary>
    internal static string Of(VerdictKind kind) => All.First(item => item.Kind == kind).Word;

    /// <summary>Candidate, verdict and its sentence.</summary>
    internal static Words Of(CandidateVerdict verdict) => Words.Strong($"{verdict.Candidate}: {Of(verdict.Kind)}.") + $" {Sentence(verdict)}";

    /// <summary>Why: the rules that make the verdict, or the classes of differences where no rule does, worst first, each with its smallest case.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="most">How many are shown.</param>
    internal static IEnumerable<Item> Causes(CandidateVerdict verdict, int most)
    {
        var rules = verdict.Causes.Where(cause => cause.IsFinding).ToArray();
        var causes = (rules.Length > 0 ? rules : [.. verdict.Causes]).GroupBy(cause => cause.Plain).Select(same => same.MinBy(cause => cause.Witness.Size)!).ToArray();
        return
        [
            .. causes.Take(most).Select(cause => new Item(
                $"{SeverityWords.Of(cause.Severity)}: {cause.Plain.TrimEnd('.')}; {Phrases.Counted(cause.Scenarios, "scenario")} on {cause.Place}, as in "
                + Words.Code(cause.WitnessText) + $": {cause.Values.Split(", ")[0]}")),
            .. causes.Length > most ? (Item[])[new Item($"and {Phrases.Number(causes.Length - most)} more")] : [],
        ];
    }

    private static string Sentence(CandidateVerdict verdict)
    {
        if (!verdict.IsCompared)
        {
            return $"It was not compared: no scenario was run by {verdict.Base} and by it.";
        }

        var sentence = verdict.HasNews
            ? string.Format(CultureInfo.InvariantCulture, All.First(item => item.Kind == verdict.Kind).Sentence, verdict.Base)
            : $"It changes nothing: what {verdict.Base} does, right or wrong, it does too.";
        return sentence
            + (verdict.Repaired == 0 ? "" : $" It repairs {Phrases.Of(verdict.Repaired, verdict.Scenarios, "scenario")}, in which {verdict.Base} does wrong.")
            + (verdict.NotComparedOn.IsEmpty ? "" : $" It was not compared on {Phrases.List(verdict.NotComparedOn)}.");
    }
}
