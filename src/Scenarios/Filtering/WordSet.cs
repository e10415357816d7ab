using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>A word for some values of one column, as in <c>access in writes</c>.</summary>
/// <param name="Name">The word; no other set has it, whatever the column.</param>
/// <param name="Column">The column that it belongs to.</param>
/// <param name="Values">At least two of the column's values, in their order there.</param>
/// <param name="Meaning">What the values have in common and the others have not, in one line.</param>
public sealed record WordSet(string Name, string Column, ImmutableArray<string> Values, string Meaning);
