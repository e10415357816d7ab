using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>diff</c> has to say.</summary>
/// <param name="OldPath">The old table, as it was named.</param>
/// <param name="NewPath">The new table.</param>
/// <param name="Diff">How they differ.</param>
/// <param name="Causes">What made them differ.</param>
/// <param name="Guests">The words that a command line needs for strategies that are not shipped; none: they are named as they are.</param>
public sealed record DiffCase(string OldPath, string NewPath, TableDiff Diff, ChangeCauses Causes, ImmutableArray<string> Guests);
