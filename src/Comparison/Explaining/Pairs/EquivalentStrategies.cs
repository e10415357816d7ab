using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Strategies between which a matrix finds no difference on a kernel.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="SameOutcomes">Groups with equal outcomes, every measure of every step.</param>
/// <param name="SameResults">Groups with equal results: programs cannot tell their members apart.</param>
public sealed record EquivalentStrategies(
    string Kernel, ImmutableArray<ImmutableArray<string>> SameOutcomes, ImmutableArray<ImmutableArray<string>> SameResults)
{
    /// <summary>The groups on each kernel.</summary>
    /// <param name="matrix">What the contenders did.</param>
    public static ImmutableArray<EquivalentStrategies> Of(OutcomeMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return
        [
            .. Enumerable.Range(0, matrix.Contenders.Length)
                .GroupBy(contender => matrix.Contenders[contender].KernelName)
                .Select(kernel => new EquivalentStrategies(
                    kernel.Key,
                    Groups(matrix, kernel, (left, right) => left == right),
                    Groups(matrix, kernel, (left, right) => matrix[left].Cells[(int)Measure.Result] == matrix[right].Cells[(int)Measure.Result]))),
        ];
    }

    private static ImmutableArray<ImmutableArray<string>> Groups(
        OutcomeMatrix matrix, IEnumerable<int> contenders, Func<int, int, bool> areSame)
    {
        var groups = new List<List<int>>();
        foreach (var contender in contenders)
        {
            var group = groups.Find(group => AreSame(group[0], contender));
            if (group is null)
            {
                groups.Add([contender]);
            }
            else
            {
                group.Add(contender);
            }
        }

        return [.. groups.Select(group => group.Select(contender => matrix.Contenders[contender].StrategyName).ToImmutableArray())];

        bool AreSame(int left, int right)
        {
            for (var i = 0; i < matrix.Scenarios.Length; i++)
            {
                if (!areSame(matrix.NumberOf(i, left), matrix.NumberOf(i, right)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
