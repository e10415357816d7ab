using System.Globalization;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Classes of differences as items.</summary>
internal static class ClassItems
{
    private const int ShownValues = 4;

    public static SignOffItem Of(PairExplanation pair, DifferenceClass item, OutcomeMatrix matrix) => new(
        IsFinding: false,
        item.Severity,
        $"{pair.Left} -> {pair.Right}",
        pair.IsOfStrategies ? $"{pair.Left.StrategyName} -> {pair.Right.StrategyName}" : $"{pair.Left.KernelName} -> {pair.Right.KernelName}",
        pair.IsOfStrategies ? pair.Left.KernelName : pair.Left.StrategyName,
        item.Title,
        item.Set.Count,
        Detail(item),
        item.Set.Condition,
        item.Witness.Scenario,
        string.Join(", ", item.Witness.Differing.Select(measure => Change(item.Witness, measure))),
        Evidence(pair, item, matrix));

    private static string Detail(DifferenceClass item)
    {
        var shown = item.Values.Take(ShownValues).Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Values} ({value.Count:N0})"));
        var more = item.Values.Length - ShownValues;
        return string.Join(", ", shown) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "");
    }

    private static string Change(DifferenceWitness witness, Measure measure)
        => $"{OutcomeColumns.Name(measure)} {witness.Left[(int)measure]} -> {witness.Right[(int)measure]}";

    /// <summary>The condition is true in exactly the scenarios of the class, so it finds them again.</summary>
    private static string Evidence(PairExplanation pair, DifferenceClass item, OutcomeMatrix matrix)
    {
        var (left, right) = (matrix.Contenders.IndexOf(pair.Left), matrix.Contenders.IndexOf(pair.Right));
        var hash = new EvidenceHash();
        hash.Add(item.Severity.ToString(), item.Title, item.Set.Condition.ToString());
        for (var i = 0; i < matrix.Scenarios.Length; i++)
        {
            if (item.Set.Condition.Holds(matrix.Scenarios[i]))
            {
                hash.Add(matrix.Scenarios[i], matrix[matrix.NumberOf(i, left)].Cells.AsSpan());
                hash.Add(matrix[matrix.NumberOf(i, right)].Cells.AsSpan());
            }
        }

        return hash.ToString();
    }
}
