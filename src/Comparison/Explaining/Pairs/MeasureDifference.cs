using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Where measures differ, in any step. Measures that differ in the same scenarios stand together.</summary>
/// <param name="Measures">At least one measure.</param>
/// <param name="Set">How many scenarios, and when exactly.</param>
public sealed record MeasureDifference(ImmutableArray<Measure> Measures, ConditionedSet Set);
