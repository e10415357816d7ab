using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>trace --flip</c> prints: the changes of one column that change the verdict.</summary>
public static class TraceFlipReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="counterfactual">The neighbours and their verdicts.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Counterfactual counterfactual, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(counterfactual);
        ArgumentNullException.ThrowIfNull(screen);
        screen.Heading(string.Join(" | ", counterfactual.Contenders.Select(one => $"{RunReport.KernelName(one)} {one.StrategyName}")));
        screen.Line(TraceReport.ScenarioLine(counterfactual.Scenario));
        screen.Line($"verdict: {counterfactual.Before.Text}");
        screen.Line();
        if (counterfactual.Flips.Length > 0)
        {
            screen.Line("One column changed, and the verdict with it:");
            screen.Line();
            var table = Tables.Create(5, "column", "from", "to", "before", "after");
            foreach (var flip in counterfactual.Flips)
            {
                table.Row(
                    flip.Neighbour.Column, flip.Neighbour.From, flip.Neighbour.To, counterfactual.Before.Text, flip.After.Text);
            }

            screen.Table(table, keys: 3);
            screen.Line();
        }

        var (flips, legal) = (Numbers.Text(counterfactual.Flips.Length), Numbers.Text(counterfactual.Legal));
        screen.Line($"{flips} of {legal} scenarios with one column changed have another verdict;");
        screen.Line($"left out, since no such combination can exist: {Numbers.Text(counterfactual.Illegal)}.");
    }
}
