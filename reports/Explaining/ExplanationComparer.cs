using Compare.Comparison;

namespace Compare.Reports;

/// <summary>Whether two explanations say the same of two strategies, on whatever kernel, or of two kernels, under whatever strategy.</summary>
internal sealed class ExplanationComparer : IEqualityComparer<PairExplanation>
{
    public static ExplanationComparer Instance { get; } = new();

    public bool Equals(PairExplanation? x, PairExplanation? y)
        => ReferenceEquals(x, y) || (x is not null && y is not null && Sides(x) == Sides(y) && Words(x).SequenceEqual(Words(y)));

    public int GetHashCode(PairExplanation obj) => Sides(obj).GetHashCode();

    private static (string Left, string Right) Sides(PairExplanation pair) => (ExplainWords.Left(pair), ExplainWords.Right(pair));

    private static IEnumerable<string> Words(PairExplanation pair) =>
    [
        $"{pair.Any?.Count} {pair.Any?.Condition}",
        .. pair.Classes.SelectMany(item => (string[])
        [
            $"{item.Severity} {item.Title} {item.Set.Count} {item.Set.Condition} {item.Witness.Scenario.Id}",
            .. item.Values.Select(value => $"{value.Values} {value.Count}"),
            .. item.Witness.Left,
            .. item.Witness.Right,
        ]),
        .. pair.Measures.Select(item => $"{string.Join(' ', item.Measures)} {item.Set.Count} {item.Set.Condition}"),
    ];
}
