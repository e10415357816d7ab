namespace Compare.Comparison;

/// <summary>When exactly something happens in a matrix: true in every one of its scenarios in which it does, false in every other.</summary>
/// <param name="Terms">The terms of the disjunction, each a condition on one column or a conjunction of such; none where it happens in
/// every scenario of the matrix.</param>
/// <param name="Literals">How many columns the terms name, added up.</param>
/// <param name="Proof">What is known about the number of terms.</param>
public sealed record Condition(ImmutableArray<FilterExpression> Terms, int Literals, CoverProof Proof)
{
    private readonly Lazy<FilterExpression?> _factored = new(() => Terms.IsEmpty ? null : FactoredForm.Of(Terms));

    /// <summary>The condition as <c>--where</c> reads it; <see langword="null"/> where it happens in every scenario of the matrix.</summary>
    public FilterExpression? Expression { get; } = Terms.IsEmpty ? null : FilterExpression.AnyOf(Terms);

    /// <summary>The same with what the terms have in common said once, for reading aloud; true of the same scenarios everywhere.</summary>
    public FilterExpression? Factored => _factored.Value;

    /// <summary>Whether it holds for a scenario.</summary>
    /// <param name="scenario">Of this matrix or another one.</param>
    public bool Holds(Scenario scenario) => Expression is null || Expression.Matches(new FilterSubject(scenario));

    /// <summary>The expression; empty where it happens in every scenario of the matrix.</summary>
    public override string ToString() => Expression?.ToString() ?? "";
}
