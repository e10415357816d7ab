using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Rows with the same key and another scenario.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Columns">The columns of the scenario that differ, in ordinal order.</param>
/// <param name="First">The first of them.</param>
public sealed record MovedScenarios(long Rows, ImmutableArray<string> Columns, ImmutableArray<RowWitness> First)
{
    /// <summary>How many are kept.</summary>
    public const int Shown = 5;
}
