namespace Compare.Reports;

/// <summary>Sentences about a proof, for whatever report has them.</summary>
internal static class ProofWords
{
    /// <summary>The answer in one sentence.</summary>
    public static string Answer(SequenceProof proof) => proof.Status switch
    {
        ProofStatus.Proved => "Equal: no sequence of these steps, however long, tells them apart.",
        ProofStatus.Differs => proof.Differences is [var only] ? $"Not equal: a sequence of {Phrases.Counted(only.Length, "step")} tells them apart."
            : $"Not equal: {proof.Differences.Length} sequences tell them apart, the shortest of {Phrases.Counted(proof.Differences[0].Length, "step")}.",
        _ => $"No difference found: {Phrases.Of(proof.Groups.Count(group => group.Status == ProofStatus.Proved), proof.Groups.Length, "group")} proved, the others equal in every sequence of up to {Phrases.Counted(proof.Depth, "step")}.",
    };

    /// <summary>What was compared, over what.</summary>
    public static string Asked(SequenceProof proof)
    {
        var question = proof.Question;
        var steps = question.HasAllSteps ? $"All {question.StepCount} steps"
            : $"{Phrases.Counted(question.StepCount, "step")} ({string.Join(", ", question.Kinds)})";
        return $"{steps}, in any order and number, from {Phrases.Counted(proof.Groups.Sum(group => group.Group.StartCount), "start")} in {Phrases.Counted(proof.Groups.Length, "group")}; "
            + $"compared: {Phrases.List(question.Measures.Select(OutcomeColumns.Name))}.";
    }

    /// <summary>How a search ended, in a word.</summary>
    public static string Status(ProofStatus status) => status switch
    {
        ProofStatus.Proved => "proved",
        ProofStatus.Differs => "differ",
        _ => "open",
    };

    /// <summary>What the step that differs comes to, measure by measure.</summary>
    public static IEnumerable<string> Changes(ProofDifference difference, string left, string right)
        => Enum.GetValues<Measure>()
            .Where(measure => !difference.Left.Agrees(difference.Right, measure))
            .Select(measure => $"{OutcomeColumns.Name(measure)} {OutcomeText.Value(difference.Left, measure)} ({left}), {OutcomeText.Value(difference.Right, measure)} ({right})");

    /// <summary>Whether every shorter sequence was looked at.</summary>
    public static bool IsShortest(SequenceProof proof, ProofDifference difference)
        => difference == proof.Differences[0] && proof.Depth >= difference.Length - 1;
}
