using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>The values that a term allows in one column, and how many of them it could do without.</summary>
/// <param name="IsNeeded">For each value whether an on-point of the term has it.</param>
/// <param name="IsAllowed">For each value whether it may be allowed. What is allowed but not needed stands for points that the table does
/// not hold, so any choice between the two sets is as right as any other.</param>
public sealed record ColumnRestriction(ImmutableArray<bool> IsNeeded, ImmutableArray<bool> IsAllowed);
