using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>What a scenario came to for one contender. Scenarios that came to the same share one instance.</summary>
/// <param name="Cells">The nine measure cells; index is the measure.</param>
/// <param name="Dangers">A bit for each of <see cref="SafetyRule.All"/> that a step broke and that puts data at risk.</param>
internal sealed record Outcome(ImmutableArray<string> Cells, int Dangers);
