namespace Compare.Comparison;

/// <summary>Scenarios with something in common, and the condition that separates them from all others of the matrix.</summary>
/// <param name="Count">How many there are; at least 1.</param>
/// <param name="Condition">When exactly.</param>
public sealed record ConditionedSet(int Count, Condition Condition);
