using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list strategies</c> says: condition, origin and decision table of each.</summary>
public static class StrategyReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="strategies">The strategies, in the order in which they are shown.</param>
    public static Document Of(IEnumerable<StrategyDescription> strategies)
        => new(strategies.SelectMany(Blocks), new Layout(Margin: 2, Labels: 11));

    private static IEnumerable<Block> Blocks(StrategyDescription strategy)
    {
        yield return new Heading(2, strategy.Name);
        yield return new Item(strategy.Condition, "condition:");
        yield return new Item(strategy.Origin, "origin:");
        if (strategy.Decisions.IsEmpty)
        {
            yield return new Item("a whole handler: it has no decision table");
            yield break;
        }

        var table = new Table(["write", "VM_SHARED", "cow_page", "PUD", "PMD", "PTE"], Texts: 6, Keys: 3);
        foreach (var decision in strategy.Decisions)
        {
            table.Add(Word(decision.IsWrite), Word(decision.IsShared), Word(decision.HasCowPage), decision.Pud, decision.Pmd, decision.Pte);
        }

        yield return table;
    }

    private static string Word(bool value) => value ? "yes" : "no";
}
