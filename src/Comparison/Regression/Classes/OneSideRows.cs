using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Rows that one table alone has.</summary>
/// <param name="Column"><c>strategy</c> or <c>kernel</c>, where the other table has nothing with that name; else empty.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="First">The keys of the first ones; none where a name stands for all.</param>
public sealed record OneSideRows(string Column, string Name, long Rows, ImmutableArray<ImmutableArray<string>> First)
{
    /// <summary>How many keys are kept.</summary>
    public const int Shown = 5;
}
