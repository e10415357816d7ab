namespace Compare.Reports;

/// <summary>What <c>explain</c> has to say.</summary>
/// <param name="Matrix">Name of the matrix.</param>
/// <param name="Where">The filter that narrows it, if any.</param>
/// <param name="Pairs">Each pair explained.</param>
/// <param name="Equivalent">Groups of equivalent strategies; none where only one pair was asked for.</param>
/// <param name="Smaller">How far the conditions of a smaller matrix hold over this one; <see langword="null"/> where that was not
/// asked.</param>
/// <param name="Observed">What real kernels were seen to do.</param>
/// <param name="Guests">For each strategy that is not shipped what a command line calls it.</param>
public sealed record ExplainCase(
    string Matrix,
    FilterExpression? Where,
    ImmutableArray<PairExplanation> Pairs,
    ImmutableArray<EquivalentStrategies> Equivalent,
    ExplainTransfer? Smaller,
    ObservedScenarios Observed,
    IReadOnlyDictionary<string, string> Guests)
{
    /// <summary>Whether this is the survey of all pairs.</summary>
    public bool IsSurvey => !Equivalent.IsEmpty;

    /// <summary>The matrix as a person calls it.</summary>
    internal string MatrixText => Phrases.Matrix(Matrix, Where);

    /// <summary>How much of a class was observed on both sides.</summary>
    internal ObservedShare ShareOf(PairExplanation pair, DifferenceClass item) => Observed.ShareOf(pair.Outcomes, item.Set.IsIn, pair.Left, pair.Right);

    /// <summary>Pairs, those together that have the same to say: two strategies often differ in the same way on every kernel.</summary>
    internal IEnumerable<ImmutableArray<PairExplanation>> Groups => Pairs
        .GroupBy(pair => ExplainWords.Statement(this, pair))
        .Select(same => same.ToImmutableArray());
}

/// <summary>Conditions found over one matrix, judged over a larger one.</summary>
/// <param name="Matrix">Name of the smaller matrix.</param>
/// <param name="Pairs">Each pair explained over the smaller matrix.</param>
/// <param name="Exceptions">For each pair and class how far its condition holds over the larger one.</param>
public sealed record ExplainTransfer(
    string Matrix, ImmutableArray<PairExplanation> Pairs, ImmutableArray<ImmutableArray<ConditionExceptions>> Exceptions);
