using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list strategies</c> prints: condition, origin and decision table of each.</summary>
public static class StrategyReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="strategies">The strategies, in the order in which they are shown.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(IEnumerable<StrategyDescription> strategies, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(screen);
        var first = true;
        foreach (var strategy in strategies)
        {
            if (!first)
            {
                screen.Line();
            }

            first = false;
            screen.Heading(strategy.Name);
            screen.Line($"  condition: {strategy.Condition}");
            screen.Line($"  origin:    {strategy.Origin}");
            if (strategy.Decisions.IsEmpty)
            {
                screen.Line("  a whole handler: it has no decision table");
                continue;
            }

            screen.Line();
            var table = Tables.Create(6, "write", "VM_SHARED", "cow_page", "PUD", "PMD", "PTE");
            foreach (var decision in strategy.Decisions)
            {
                table.Row(
                    Word(decision.IsWrite),
                    Word(decision.IsShared),
                    Word(decision.HasCowPage),
                    decision.Pud,
                    decision.Pmd,
                    decision.Pte);
            }

            screen.Table(table, keys: 3);
        }
    }

    private static string Word(bool value) => value ? "yes" : "no";
}
