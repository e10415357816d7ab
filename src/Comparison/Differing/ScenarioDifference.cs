using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A scenario in which strategies differ on one kernel.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Kind">The first kind that any two strategies differ in.</param>
/// <param name="Direction">
/// The way from the strategies first in ordinal order to the later ones; <see cref="DifferenceDirection.Other"/> where pairs go different
/// ways.
/// </param>
/// <param name="Outcomes">Strategy and its nine measure cells, in ordinal order of the strategy.</param>
public sealed record ScenarioDifference(
    Scenario Scenario,
    string Kernel,
    DifferenceKind Kind,
    DifferenceDirection Direction,
    IReadOnlyList<(string Strategy, string[] Cells)> Outcomes)
{
    /// <summary>How much it matters, 0 the most: broken, another result, fixed, page, journal, the rest.</summary>
    public int Rank => (Kind, Direction) switch
    {
        (DifferenceKind.Result, DifferenceDirection.Broken) => 0,
        (DifferenceKind.Result, DifferenceDirection.Other) => 1,
        (DifferenceKind.Result, _) => 2,
        (DifferenceKind.Page, _) => 3,
        (DifferenceKind.Journal, _) => 4,
        _ => 5,
    };

    /// <summary>The differences of one scenario of a block, in ordinal order of the kernel.</summary>
    /// <param name="block">Outcomes.</param>
    /// <param name="scenario">Index of the scenario.</param>
    public static IEnumerable<ScenarioDifference> Of(OutcomeBlock block, int scenario)
    {
        ArgumentNullException.ThrowIfNull(block);
        for (var first = 0; first < block.Contenders.Count;)
        {
            var next = first + 1;
            while (next < block.Contenders.Count && block.Contenders[next].KernelName == block.Contenders[first].KernelName)
            {
                next++;
            }

            if (Between(block, scenario, first, next) is { } difference)
            {
                yield return difference;
            }

            first = next;
        }
    }

    /// <summary>Worst first, then ordinal by id and kernel.</summary>
    /// <param name="left">A difference.</param>
    /// <param name="right">Another difference.</param>
    public static int CompareWorstFirst(ScenarioDifference left, ScenarioDifference right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = left.Rank.CompareTo(right.Rank);
        if (order == 0)
        {
            order = string.CompareOrdinal(left.Scenario.Id, right.Scenario.Id);
        }

        return order != 0 ? order : string.CompareOrdinal(left.Kernel, right.Kernel);
    }

    private static ScenarioDifference? Between(OutcomeBlock block, int scenario, int first, int next)
    {
        var kind = DifferenceKind.Same;
        DifferenceDirection? direction = null;
        for (var left = first; left < next; left++)
        {
            for (var right = left + 1; right < next; right++)
            {
                if (!block.Ran(scenario, left) || !block.Ran(scenario, right))
                {
                    continue;
                }

                var pair = OutcomeDifference.Between(block.Cells(scenario, left), block.Cells(scenario, right));
                if (pair.Kind == DifferenceKind.Same || (kind != DifferenceKind.Same && pair.Kind > kind))
                {
                    continue;
                }

                direction = pair.Kind == kind && direction != pair.Direction ? DifferenceDirection.Other : pair.Direction;
                kind = pair.Kind;
            }
        }

        return kind == DifferenceKind.Same
            ? null
            : new(
                block.Scenarios[scenario],
                block.Contenders[first].KernelName,
                kind,
                direction!.Value,
                [
                    .. Enumerable.Range(first, next - first)
                        .Where(i => block.Ran(scenario, i))
                        .Select(i => (block.Contenders[i].StrategyName, block.Cells(scenario, i).ToArray())),
                ]);
    }
}
