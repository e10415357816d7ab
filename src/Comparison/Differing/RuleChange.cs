namespace Compare.Comparison;

/// <summary>Who of two is right: which rules of right and wrong (<see cref="FindingRule.Wrongs"/>) one breaks and the other keeps. The one
/// judgement behind <c>fixed</c> and <c>broken</c>, wherever they are said.</summary>
/// <param name="Added">Rules that only the right outcome breaks, a bit for each as in <see cref="FindingRule.All"/>.</param>
/// <param name="Gone">Rules that only the left one breaks.</param>
internal readonly record struct RuleChange(uint Added, uint Gone)
{
    /// <summary>Compares the rules that two outcomes of a scenario break.</summary>
    public static RuleChange Between(Outcome left, Outcome right)
        => new(right.BrokenRules & ~left.BrokenRules & FindingRule.Wrongs, left.BrokenRules & ~right.BrokenRules & FindingRule.Wrongs);

    /// <summary><see cref="DifferenceKind.Fixed"/>: only the left one breaks a rule that the other keeps. <see cref="DifferenceKind.Broken"/>:
    /// only the right one. Else <see cref="DifferenceKind.Other"/>: neither, or both.</summary>
    public DifferenceKind Direction => (Added, Gone) switch
    {
        (0, not 0) => DifferenceKind.Fixed,
        (not 0, 0) => DifferenceKind.Broken,
        _ => DifferenceKind.Other,
    };
}
