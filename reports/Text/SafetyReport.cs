using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What each strategy endangers, with count and first witness.</summary>
internal static class SafetyReport
{
    public static void Write(MatrixSummary summary, Screen screen)
    {
        screen.Heading("What each strategy endangers, judged on its own: steps that do so, and the first scenario and step:");
        screen.Line();
        var table = Tables.Create(4, "kernel", "strategy", "endangers", "first", "steps");
        var clean = new List<string>();
        for (var i = 0; i < summary.Contenders.Length; i++)
        {
            var contender = summary.Contenders[i];
            var counts = summary.Broken(i);
            if (counts.All(count => count.Steps == 0))
            {
                clean.Add($"{RunReport.KernelName(contender)} {contender.StrategyName}");
                continue;
            }

            for (var rule = 0; rule < counts.Count; rule++)
            {
                if (counts[rule].Steps > 0)
                {
                    table.Row(
                        RunReport.KernelName(contender),
                        contender.StrategyName,
                        FindingRule.OfSteps[rule].Text,
                        $"{counts[rule].Witness} step {Numbers.Text(counts[rule].Step)}",
                        Numbers.Text(counts[rule].Steps));
                }
            }
        }

        if (table.Rows.Count > 0)
        {
            screen.Table(table, keys: 2);
        }

        if (table.Rows.Count > 0 && clean.Count > 0)
        {
            screen.Line();
        }

        if (clean.Count > 0)
        {
            screen.Line($"Nothing: {string.Join(", ", clean)}.");
        }
    }
}
