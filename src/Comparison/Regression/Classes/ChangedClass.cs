using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Rows that changed in the same way.</summary>
/// <param name="Severity">How much it matters, from old to new.</param>
/// <param name="Title">What changed.</param>
/// <param name="Direction">Which way a result changed.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Values">The values before and after it, each with the number of its rows; the most frequent first.</param>
/// <param name="Cells">How many cells of each column changed, in the order of the columns.</param>
/// <param name="Kernels">Names of the kernels whose rows changed, in ordinal order.</param>
/// <param name="Strategies">Names of the strategies, likewise.</param>
/// <param name="Condition">Which rows; null where tables hold no scenarios.</param>
/// <param name="Witness">The smallest of them.</param>
public sealed record ChangedClass(
    DifferenceSeverity Severity,
    string Title,
    DifferenceDirection Direction,
    long Rows,
    ImmutableArray<(string Values, long Rows)> Values,
    ImmutableArray<(string Column, long Cells)> Cells,
    ImmutableArray<string> Kernels,
    ImmutableArray<string> Strategies,
    RowCondition? Condition,
    RowWitness Witness);
