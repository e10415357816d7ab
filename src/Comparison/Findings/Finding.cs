namespace Compare.Comparison;

/// <summary>What a rule says about a strategy on a kernel, with what shows it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Contender">Strategy and kernel.</param>
/// <param name="Base">Whom it is judged against; none: on its own.</param>
/// <param name="IsAsBefore">Whether the base breaks the rule in the same scenarios, or is judged itself; else it keeps the rule in them.</param>
/// <param name="Outcomes">The scenarios that it ran, its outcomes and those of the others there.</param>
/// <param name="Amount">How often: steps, or journal starts beyond the fewest.</param>
/// <param name="Set">In which scenarios, and when exactly.</param>
/// <param name="Witness">The smallest of the scenarios.</param>
/// <param name="Outcome">What it came to.</param>
public sealed record Finding(
    FindingRule Rule,
    ContenderName Contender,
    ContenderName? Base,
    bool IsAsBefore,
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
    /// <param name="baseStrategy">The strategy that the others are judged against; none: each is judged on its own.</param>
    public static ImmutableArray<Finding> Of(OutcomeSet outcomes, ConditionFinder finder, int jobs, string? baseStrategy = null)
    {
        var all = Enumerable.Range(0, outcomes.Contenders.Length)
            .SelectMany(contender => Of(outcomes, contender, BaseOf(contender), finder, jobs))
            .ToArray();
        return
        [
            .. from finding in all
               let rule = FindingRule.All.IndexOf(finding.Rule)
               orderby finding.Rule.Severity, rule, outcomes.Contenders.IndexOf(finding.Contender), finding.IsAsBefore
               select finding,
        ];

        int BaseOf(int contender) => baseStrategy is null ? -1
            : outcomes.Contenders.IndexOf(outcomes.Contenders.FirstOrDefault(
                other => other.KernelName == outcomes.Contenders[contender].KernelName && other.StrategyName == baseStrategy)!);
    }

    private static IEnumerable<Finding> Of(OutcomeSet outcomes, int contender, int against, ConditionFinder finder, int jobs)
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
            .SelectMany(rule => Sides(part, contender, against, rule).Select(side => (Rule: rule, side.IsAsBefore, side.Amounts)))
            .Where(item => item.Amounts.AsSpan().ContainsAnyExcept(0))
            .Select(item => (item.Rule, item.IsAsBefore, item.Amounts, IsIn: Array.ConvertAll(item.Amounts, amount => amount > 0)))
            .ToArray();
        var conditions = ofPart.FindAll([.. found.Select(item => item.IsIn)], jobs);
        return found.Select((item, i) =>
        {
            var smallest = DifferenceWitness.Smallest(part.Scenarios, item.IsIn);
            return new Finding(
                item.Rule,
                part.Contenders[contender],
                against < 0 || against == contender ? null : part.Contenders[against],
                item.IsAsBefore,
                part,
                item.Amounts.Sum(amount => (long)amount),
                new ConditionedSet(item.IsIn, conditions[i]),
                part.Scenarios[smallest],
                part[smallest, contender]!);
        });
    }

    /// <summary>How often a rule is broken in each scenario: where the base keeps it, and where it breaks it too.</summary>
    private static IEnumerable<(bool IsAsBefore, int[] Amounts)> Sides(OutcomeSet outcomes, int contender, int against, FindingRule rule)
    {
        var amounts = Amounts(outcomes, contender, rule);
        if (against < 0 || against == contender)
        {
            return [(against >= 0, amounts)];
        }

        var before = Amounts(outcomes, against, rule);
        return
        [
            (false, [.. amounts.Zip(before, (amount, other) => other == 0 ? amount : 0)]),
            (true, [.. amounts.Zip(before, (amount, other) => other == 0 ? 0 : amount)]),
        ];
    }

    /// <summary>For each scenario how often a contender breaks a rule.</summary>
    internal static int[] Amounts(OutcomeSet outcomes, int contender, FindingRule rule)
        => rule.IsOfSteps ? Steps(outcomes, contender, FindingRule.All.IndexOf(rule)) : JournalBeyondFewest.Amounts(outcomes, contender);

    /// <summary>For each scenario how many steps broke a rule.</summary>
    private static int[] Steps(OutcomeSet outcomes, int contender, int rule)
    {
        var steps = new int[outcomes.Scenarios.Length];
        for (var scenario = 0; scenario < steps.Length; scenario++)
        {
            // The base may not have run what a candidate did.
            steps[scenario] = outcomes[scenario, contender] is { } outcome && (outcome.BrokenRules >> rule & 1) != 0 ? outcome.BrokenBy(rule).Steps : 0;
        }

        return steps;
    }
}
