using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>run --only-differences</c> prints: the scenarios in which strategies differ, worst first.</summary>
public static class DifferenceReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="differences">The differences, in any order.</param>
    /// <param name="strategies">Names of all strategies, in ordinal order.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(IEnumerable<ScenarioDifference> differences, IReadOnlyList<string> strategies, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(screen);
        var sorted = differences.ToList();
        if (sorted.Count == 0)
        {
            screen.Line("The strategies differ in no scenario.");
            return;
        }

        sorted.Sort(ScenarioDifference.CompareWorstFirst);
        screen.Heading("Scenarios in which strategies differ, worst first, each with the first measure that differs:");
        screen.Line();
        var table = Tables.Create(5 + strategies.Count, ["kernel", "scenario", "kind", "direction", "measure", .. strategies]);
        foreach (var difference in sorted)
        {
            var measure = difference.FirstMeasure;
            table.Row(
            [
                difference.Kernel,
                difference.Scenario.Id,
                DifferenceWords.Of(difference.Kind),
                DifferenceWords.Direction(difference.Kind),
                OutcomeColumns.Name(measure),
                .. strategies.Select(strategy => difference.Text(strategy, measure)),
            ]);
        }

        screen.Table(table, keys: 2);
        screen.Line();
        screen.Line($"{Numbers.Text(sorted.Count)} {(sorted.Count == 1 ? "difference" : "differences")}.");
    }
}
