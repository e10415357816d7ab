namespace Compare.Comparison;

/// <summary>What a run comes to for one candidate against the base on one kernel, without conditions.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Candidate">Name of the candidate.</param>
/// <param name="Classes">Classes of differences and findings that count against it, each with its number of scenarios.</param>
internal sealed record Conclusions(string Kernel, string Candidate, ImmutableArray<Conclusion> Classes)
{
    /// <summary>The verdict on the candidate for this kernel alone.</summary>
    public VerdictKind Verdict => Classes.Select(item => item.Verdict).DefaultIfEmpty(VerdictKind.Mergeable).Min();

    /// <summary>The conclusions about each candidate on each kernel.</summary>
    /// <param name="outcomes">What the contenders did.</param>
    /// <param name="baseStrategy">Name of the base.</param>
    public static ImmutableArray<Conclusions> Of(OutcomeSet outcomes, string baseStrategy)
    {
        var found = ImmutableArray.CreateBuilder<Conclusions>();
        for (var candidate = 0; candidate < outcomes.Contenders.Length; candidate++)
        {
            var (kernel, name) = (outcomes.Contenders[candidate].KernelName, outcomes.Contenders[candidate].StrategyName);
            var against = outcomes.Contenders.IndexOf(outcomes.Contenders.FirstOrDefault(other => other.KernelName == kernel && other.StrategyName == baseStrategy)!);
            if (against >= 0 && against != candidate)
            {
                found.Add(new(kernel, name, [.. Of(outcomes, against, candidate)]));
            }
        }

        return found.ToImmutable();
    }

    private static IEnumerable<Conclusion> Of(OutcomeSet outcomes, int against, int candidate)
    {
        foreach (var (change, isIn, _) in new OutcomePair(outcomes, against, candidate, measures: 0).Classes)
        {
            yield return new(change.Code, change.Title, VerdictKinds.Of(change.Severity, isFinding: false), isIn.AsSpan().Count(true));
        }

        foreach (var rule in FindingRule.All)
        {
            var (before, after) = (Finding.Amounts(outcomes, against, rule), Finding.Amounts(outcomes, candidate, rule));
            if (before.Zip(after).Count(pair => pair is { First: 0, Second: > 0 }) is > 0 and var scenarios)
            {
                yield return new($"finding {rule.Id}", rule.Text, VerdictKinds.Of(rule.Severity, isFinding: true), scenarios);
            }
        }
    }
}

/// <summary>A class of differences, or a finding.</summary>
/// <param name="Code">What it is, in words that no other title changes.</param>
/// <param name="Title">What it is, for a person.</param>
/// <param name="Verdict">The verdict on a candidate that did this alone.</param>
/// <param name="Scenarios">In how many scenarios.</param>
internal sealed record Conclusion(string Code, string Title, VerdictKind Verdict, int Scenarios);
