namespace Compare.Comparison;

/// <summary>The verdict on a candidate, with what makes it.</summary>
/// <param name="Candidate">Its name.</param>
/// <param name="Base">Whom it would replace.</param>
/// <param name="Kind">The verdict.</param>
/// <param name="Causes">The items that make it, worst first; none where it is mergeable.</param>
/// <param name="Scenarios">Scenarios that both ran, at the most on one kernel.</param>
/// <param name="Repaired">Those of them in which the base breaks a rule that the candidate keeps, and not the reverse, at the most on one kernel.</param>
/// <param name="NotComparedOn">Names of the kernels on which no scenario was run by both.</param>
/// <param name="HasNews">Whether anything differs at all.</param>
public sealed record CandidateVerdict(
    string Candidate,
    string Base,
    VerdictKind Kind,
    ImmutableArray<SignOffItem> Causes,
    long Scenarios,
    long Repaired,
    ImmutableArray<string> NotComparedOn,
    bool HasNews)
{
    /// <summary>Whether some scenario was run by both.</summary>
    public bool IsCompared => Scenarios > 0;

    /// <summary>The verdict: the worst of what the items would give, each alone.</summary>
    /// <param name="signOff">The run.</param>
    /// <param name="candidate">Name of the candidate.</param>
    public static CandidateVerdict Of(SignOffCase signOff, string candidate)
    {
        var topic = $"{signOff.Base} -> {candidate}";
        var items = signOff.Standing.Items.Select(item => item.Item).Where(item => item.Topic == topic).ToArray();
        var contenders = signOff.Summary.Contenders;
        var pairs = signOff.Summary.Pairs
            .Where(pair => pair.Scenarios > 0 && contenders[pair.Left].StrategyName == signOff.Base && contenders[pair.Right].StrategyName == candidate)
            .ToArray();
        var compared = pairs.Select(pair => contenders[pair.Left].KernelName).ToArray();
        var worst = items.Select(item => item.Verdict).DefaultIfEmpty(pairs.Length == 0 ? VerdictKind.Decide : VerdictKind.Mergeable).Min();
        return new(
            candidate,
            signOff.Base,
            worst,
            [.. items.Where(item => item.NeedsDecision && item.Verdict == worst)],
            pairs.Select(pair => (long)pair.Scenarios).DefaultIfEmpty().Max(),
            pairs.Select(pair => pair[DifferenceKind.Fixed]).DefaultIfEmpty().Max(),
            [.. signOff.Kernels.Select(kernel => kernel.KernelName).Except(compared)],
            items.Any(item => !item.IsAsBefore));
    }
}
