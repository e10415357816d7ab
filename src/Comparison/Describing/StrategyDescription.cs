namespace Compare.Comparison;

/// <summary>What a strategy says of itself.</summary>
/// <param name="Name">The name under which it is listed.</param>
/// <param name="Condition">The condition in one line.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Decisions">What it answers to each input.</param>
/// <param name="Source">The lines that it was read from, each with its file and number; empty where it was not read.</param>
/// <param name="Remarks">What its outcomes up to now leave unsaid, as <see cref="SourceHandler.Remarks"/>.</param>
public sealed record StrategyDescription(
    string Name,
    string Condition,
    string Origin,
    ImmutableArray<Decision> Decisions,
    ImmutableArray<(string At, string Text)> Source,
    ImmutableArray<string> Remarks)
{
    /// <summary>Describes a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    public static StrategyDescription Of(FaultHandler strategy)
    {
        var source = strategy as SourceHandler;
        ImmutableArray<string> remarks = [.. source?.Remarks() ?? []]; // first, for asking reaches lines as well
        return new(strategy.Name, strategy.Condition, strategy.Origin, [.. Decision.TableOf(strategy)], [.. source?.Source ?? []], remarks);
    }
}

/// <summary>What a strategy answers to one input. Which inputs a kernel can produce is not asked here.</summary>
/// <param name="IsWrite">The fault is a write (<c>FAULT_FLAG_WRITE</c>).</param>
/// <param name="IsShared">The VMA is shared (<c>VM_SHARED</c>), and writable.</param>
/// <param name="HasCowPage"><c>cow_page</c> is set.</param>
/// <param name="Pud">Answer at PUD size.</param>
/// <param name="Pmd">Answer at PMD size.</param>
/// <param name="Pte">Answer at PTE size.</param>
public sealed record Decision(bool IsWrite, bool IsShared, bool HasCowPage, string Pud, string Pmd, string Pte)
{
    internal static IEnumerable<Decision> TableOf(FaultHandler handler) => PredicateCell.All
        .GroupBy(cell => cell with { Level = default })
        .Select(cells => (cells.Key, Answers: cells.Select(cell => DecisionProbe.Ask(handler, cell.Fault)).ToArray()))
        .Select(row => new Decision(row.Key.IsWrite, row.Key.IsShared, row.Key.HasCowPage, row.Answers[0], row.Answers[1], row.Answers[2]));
}
