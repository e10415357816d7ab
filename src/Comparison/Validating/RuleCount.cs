using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>How many observed steps exercise a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Steps">Steps per kernel, in the order of <see cref="Validity.Kernels"/>.</param>
public sealed record RuleCount(RuleDescription Rule, ImmutableArray<long> Steps)
{
    /// <summary>No observed step exercises it: an assumption, read in the source alone.</summary>
    public bool IsAssumption => Steps.All(count => count == 0);
}
