using System.Collections.Immutable;
using Compare.Comparison;

namespace Compare.Reports;

/// <summary>Conditions found over one matrix, judged over a larger one.</summary>
/// <param name="Matrix">Name of the smaller matrix.</param>
/// <param name="Pairs">Each pair explained over the smaller matrix.</param>
/// <param name="Exceptions">For each pair and class how far its condition holds over the larger one.</param>
public sealed record ExplainTransfer(
    string Matrix, ImmutableArray<PairExplanation> Pairs, ImmutableArray<ImmutableArray<ConditionExceptions>> Exceptions);
