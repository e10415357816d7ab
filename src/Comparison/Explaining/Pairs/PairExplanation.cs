using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Exactly when two contenders differ over a matrix, what is different then, and the smallest case of each kind.</summary>
/// <param name="Left">One contender.</param>
/// <param name="Right">The other.</param>
/// <param name="Scenarios">How many scenarios were compared.</param>
/// <param name="Any">Where anything differs; <see langword="null"/> where nothing does.</param>
/// <param name="Classes">The classes, worst first.</param>
/// <param name="Measures">Where each measure differs, in the order of the measures.</param>
/// <param name="Journal">Journal starts on both sides.</param>
public sealed record PairExplanation(
    Contender Left,
    Contender Right,
    int Scenarios,
    ConditionedSet? Any,
    ImmutableArray<DifferenceClass> Classes,
    ImmutableArray<MeasureDifference> Measures,
    JournalBalance Journal)
{
    /// <summary>Whether the two are strategies on one kernel; else they are kernels under one strategy.</summary>
    public bool IsOfStrategies => Left.KernelName == Right.KernelName;
}
