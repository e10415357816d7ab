namespace Compare.Comparison;

/// <summary>What a rule says about a strategy on a kernel, with what shows it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Contender">Strategy and kernel.</param>
/// <param name="Outcomes">The scenarios that it ran, its outcomes and those of the others there.</param>
/// <param name="Amount">How often: steps, or journal starts beyond the fewest.</param>
/// <param name="Set">In which scenarios, and when exactly.</param>
/// <param name="Witness">The smallest of the scenarios.</param>
/// <param name="Outcome">What it came to.</param>
public sealed record Finding(
    FindingRule Rule,
    ContenderName Contender,
    OutcomeSet Outcomes,
    long Amount,
    ConditionedSet Set,
    Scenario Witness,
    Outcome Outcome)
{
    /// <summary>The measured values that show it in the smallest scenario.</summary>
    public string Values => string.Join(", ", Rule.Shown.Select(measure => $"{OutcomeColumns.Name(measure)} {Outcome.Text(measure)}"));

    /// <summary>The findings about every contender of a set, worst first, then in the order of the rules and contenders.</summary>
    /// <param name="outcomes">What they did; a scenario that a contender did not run says nothing about it.</param>
    /// <param name="finder">Finds conditions over the scenarios of the set.</param>
    /// <param name="jobs">Number of threads; the findings do not depend on it.</param>
    public static ImmutableArray<Finding> Of(OutcomeSet outcomes, ConditionFinder finder, int jobs)
    {
        var all = Enumerable.Range(0, outcomes.Contenders.Length)
            .SelectMany(contender => Of(outcomes, contender, finder, jobs))
            .ToArray();
        return
        [
            .. from finding in all
               let rule = FindingRule.All.IndexOf(finding.Rule)
               orderby finding.Rule.Severity, rule, outcomes.Contenders.IndexOf(finding.Contender)
               select finding,
        ];
    }

    private static IEnumerable<Finding> Of(OutcomeSet outcomes, int contender, ConditionFinder finder, int jobs)
    {
        var ran = Enumerable.Range(0, outcomes.Scenarios.Length).Select(scenario => outcomes.Has(scenario, contender)).ToArray();
        if (!ran.Contains(true))
        {
            return [];
        }

        var (part, ofPart) = (outcomes, finder);
        if (ran.Contains(false))
        {
            part = outcomes.Part(ran);
            ofPart = new ConditionFinder(part.Scenarios);
        }

        var found = FindingRule.All
            .Select((rule, i) => (Rule: rule, Amounts: !rule.IsOfSteps ? JournalBeyondFewest.Amounts(part, contender) : Steps(part, contender, i)))
            .Where(item => item.Amounts.AsSpan().ContainsAnyExcept(0))
            .Select(item => (item.Rule, item.Amounts, IsIn: Array.ConvertAll(item.Amounts, amount => amount > 0)))
            .ToArray();
        var conditions = ofPart.FindAll([.. found.Select(item => item.IsIn)], jobs);
        return found.Select((item, i) =>
        {
            var smallest = DifferenceWitness.Smallest(part.Scenarios, item.IsIn);
            return new Finding(
                item.Rule,
                part.Contenders[contender],
                part,
                item.Amounts.Sum(amount => (long)amount),
                new ConditionedSet(item.IsIn, conditions[i]),
                part.Scenarios[smallest],
                part[smallest, contender]!);
        });
    }

    /// <summary>For each scenario how many steps broke a rule.</summary>
    private static int[] Steps(OutcomeSet outcomes, int contender, int rule)
    {
        var steps = new int[outcomes.Scenarios.Length];
        for (var scenario = 0; scenario < steps.Length; scenario++)
        {
            var outcome = outcomes[scenario, contender]!;
            steps[scenario] = (outcome.BrokenRules >> rule & 1) != 0 ? outcome.BrokenBy(rule).Steps : 0;
        }

        return steps;
    }
}
