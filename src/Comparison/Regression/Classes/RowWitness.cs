using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>One row of a class that stands for all of them: of those with fewest steps, then fewest axes off their centre, the first.</summary>
/// <param name="Key">The fields of the key.</param>
/// <param name="Scenario">Its scenario in the new table, where tables hold scenarios.</param>
/// <param name="Kernel">Name of the kernel; empty where tables have no such column.</param>
/// <param name="Strategy">Name of the strategy, likewise.</param>
/// <param name="Cells">What changed in it.</param>
public sealed record RowWitness(
    ImmutableArray<string> Key, Scenario? Scenario, string Kernel, string Strategy, ImmutableArray<CellChange> Cells);
