namespace Compare.Reports;

/// <summary>What settles the choice between two candidates, in a sentence.</summary>
internal static class BetweenCandidates
{
    /// <summary>A sentence for each two candidates.</summary>
    public static IEnumerable<string> Of(SignOffCase signOff)
    {
        string[] candidates = [.. signOff.Candidates];
        for (var left = 0; left < candidates.Length; left++)
        {
            for (var right = left + 1; right < candidates.Length; right++)
            {
                yield return $"{candidates[left]} and {candidates[right]}: {Between(signOff, candidates[left], candidates[right])}.";
            }
        }
    }

    private static string Between(SignOffCase signOff, string left, string right)
    {
        var contenders = signOff.Summary.Contenders;
        var pairs = signOff.Summary.Pairs
            .Where(pair => contenders[pair.Left].StrategyName == left && contenders[pair.Right].StrategyName == right)
            .ToArray();
        if (pairs.Sum(pair => pair.Scenarios) == 0)
        {
            return "not compared, since no scenario was run by both";
        }

        var visible = pairs.Max(pair => pair[DifferenceKind.Fixed] + pair[DifferenceKind.Broken] + pair[DifferenceKind.OtherResult] + pair[DifferenceKind.Page]);
        var programs = visible == 0
            ? "equal for programs in all of these scenarios"
            : $"programs see a difference in {Phrases.Counted(visible, "scenario")} (compare explain {left} {right})";
        if (pairs.All(pair => pair[DifferenceKind.Same] == pair.Scenarios))
        {
            return $"{programs}, and the same in everything measured";
        }

        var (fromLeft, fromRight) = (CostTable.Differences(signOff, right, left).ToArray(), CostTable.Differences(signOff, left, right).ToArray());
        var (subject, costs) = fromRight.Any(cost => cost.Contains(" less ", StringComparison.Ordinal)) ? (right, fromRight) : (left, fromLeft);
        return costs.Length == 0
            ? $"{programs}; no usual access costs one of them more"
            : $"{programs}; {subject} {string.Join("; it ", costs)}; no other usual access costs another number";
    }
}
