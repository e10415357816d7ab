using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Gathers the findings of every contender while a matrix runs.</summary>
/// <param name="contenders">The contenders of the run.</param>
public sealed class FindingCollector(IReadOnlyList<Contender> contenders)
{
    private readonly FindingDraft[][] _drafts = [.. contenders.Select(_ => FindingRule.All.Select(_ => new FindingDraft()).ToArray())];
    private readonly ImmutableArray<Scenario>.Builder _scenarios = ImmutableArray.CreateBuilder<Scenario>();

    /// <summary>The scenarios so far.</summary>
    public ImmutableArray<Scenario> Scenarios => _scenarios.ToImmutable();

    /// <summary>Adds outcomes; in order of the scenarios.</summary>
    /// <param name="block">Outcomes of every contender.</param>
    public void Add(OutcomeBlock block)
    {
        ArgumentNullException.ThrowIfNull(block);
        for (var i = 0; i < block.Scenarios.Count; i++)
        {
            for (var contender = 0; contender < contenders.Count; contender++)
            {
                AddSteps(block, i, contender);
                AddStarts(block, i, contender);
            }

            _scenarios.Add(block.Scenarios[i]);
        }
    }

    /// <summary>The findings, worst first, then in the order of the rules and contenders.</summary>
    /// <param name="summary">What the run came to.</param>
    /// <param name="finder">Finds conditions over the scenarios that were added.</param>
    /// <param name="jobs">Number of threads; the findings do not depend on it.</param>
    public ImmutableArray<Finding> Finish(MatrixSummary summary, ConditionFinder finder, int jobs)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(finder);
        var found = (
            from rule in Enumerable.Range(0, FindingRule.All.Length)
            orderby FindingRule.All[rule].Severity
            from contender in Enumerable.Range(0, contenders.Count)
            let draft = _drafts[contender][rule]
            where !draft.IsEmpty
            select (rule, contender, draft)).ToArray();
        var conditions = finder.FindAll([.. found.Select(item => item.draft.SetOf(_scenarios.Count))], jobs);
        return
        [
            .. found.Select((item, i) => new Finding(
                FindingRule.All[item.rule],
                contenders[item.contender],
                item.draft.Count,
                item.rule < StepRule.All.Length ? summary.Safety(item.contender)[item.rule].Steps : item.draft.Amount,
                conditions[i],
                item.draft.Witness!,
                item.draft.Cells,
                item.draft.Hash)),
        ];
    }

    private void AddSteps(OutcomeBlock block, int scenario, int contender)
    {
        var broken = block.Broken(scenario, contender);
        for (var rule = 0; broken >> rule != 0; rule++)
        {
            if ((broken >> rule & 1) != 0)
            {
                _drafts[contender][rule].Add(_scenarios.Count, block.Scenarios[scenario], block.Cells(scenario, contender), 1);
            }
        }
    }

    private void AddStarts(OutcomeBlock block, int scenario, int contender)
    {
        if (!block.Ran(scenario, contender) || JournalBeyondFewest.Starts(block.Cells(scenario, contender)) is not { } starts)
        {
            return;
        }

        var fewest = starts;
        for (var other = 0; other < contenders.Count; other++)
        {
            if (contenders[other].KernelName == contenders[contender].KernelName
                && block.Ran(scenario, other))
            {
                fewest = Math.Min(fewest, JournalBeyondFewest.Starts(block.Cells(scenario, other)) ?? starts);
            }
        }

        if (starts > fewest)
        {
            _drafts[contender][^1].Add(_scenarios.Count, block.Scenarios[scenario], block.Cells(scenario, contender), starts - fewest);
        }
    }
}
