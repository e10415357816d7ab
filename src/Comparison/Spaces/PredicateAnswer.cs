namespace Compare.Comparison;

/// <summary>An answer of a predicate, one of six, as reports tell it.</summary>
/// <param name="Letters">One to three letters.</param>
/// <param name="Text">As printed in a decision table.</param>
public sealed record PredicateAnswer(string Letters, string Text)
{
    /// <summary>Every answer, in the order of <see cref="TablePredicate.Answers"/>.</summary>
    public static ImmutableArray<PredicateAnswer> All { get; } =
    [
        .. TablePredicate.Answers.Select(answer => new PredicateAnswer(
            answer.FallsBack ? "F" + (answer.Splits ? "S" : "") + (answer.Counts ? "C" : "") : answer.StartsJournal ? "J" : "N",
            answer.ToString())),
    ];

    /// <inheritdoc/>
    public override string ToString() => Letters;
}
