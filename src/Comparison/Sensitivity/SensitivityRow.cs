namespace Compare.Comparison;

/// <summary>What hangs on one assumption.</summary>
/// <param name="Assumption">The assumption.</param>
/// <param name="Scenarios">Scenarios in which some contender comes to something else with the other value; of a rule, those that exercise it.</param>
/// <param name="Changes">The conclusions that would be others.</param>
public sealed record SensitivityRow(Assumption Assumption, int Scenarios, ImmutableArray<ChangedConclusion> Changes)
{
    /// <summary>Whether a verdict hangs on it.</summary>
    public bool ChangesVerdict => Changes.Any(change => change.VerdictBefore != change.VerdictAfter);
}

/// <summary>Conclusions about a candidate on a kernel that would be others.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="VerdictBefore">The verdict, for this kernel alone.</param>
/// <param name="VerdictAfter">The verdict with the other value.</param>
/// <param name="Classes">The classes and findings with another number of scenarios, each with both numbers.</param>
public sealed record ChangedConclusion(
    string Kernel, string Candidate, VerdictKind VerdictBefore, VerdictKind VerdictAfter, ImmutableArray<(string Title, int Before, int After)> Classes)
{
    internal static ChangedConclusion? Between(Conclusions before, Conclusions? after)
    {
        var then = after?.Classes ?? [];
        var titles = before.Classes.Concat(then).DistinctBy(item => item.Code).ToArray();
        ImmutableArray<(string Title, int Before, int After)> classes =
        [
            .. titles.Select(item => (item.Title, Before: Count(before.Classes, item.Code), After: Count(then, item.Code))).Where(item => item.Before != item.After),
        ];
        var verdict = after?.Verdict ?? VerdictKind.Mergeable;
        return classes.IsEmpty && verdict == before.Verdict ? null : new(before.Kernel, before.Candidate, before.Verdict, verdict, classes);

        static int Count(ImmutableArray<Conclusion> classes, string code) => classes.FirstOrDefault(item => item.Code == code)?.Scenarios ?? 0;
    }
}
