namespace Compare.Comparison;

/// <summary>Which scenarios exercise rules of the engine.</summary>
internal static class RuleScenarios
{
    /// <summary>Runs scenarios for every contender that ran them.</summary>
    /// <param name="outcomes">Who ran what.</param>
    /// <param name="contenders">The contenders.</param>
    /// <param name="rules">The rules that are looked for.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <returns>For each rule and scenario whether some contender exercises it.</returns>
    public static bool[][] Of(OutcomeSet outcomes, ImmutableArray<Contender> contenders, Rule[] rules, int jobs)
    {
        var found = rules.Select(_ => new bool[outcomes.Scenarios.Length]).ToArray();
        Parallel.For(
            0,
            outcomes.Contenders.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            column =>
            {
                var contender = contenders.Single(item => item.Equals(outcomes.Contenders[column]));
                var kernel = new Kernel(contender.Kernel, contender.Strategy);
                var effects = new Effects();
                for (var i = 0; i < outcomes.Scenarios.Length; i++)
                {
                    if (!outcomes.Has(i, column))
                    {
                        continue;
                    }

                    // Several threads may write the same true.
                    Exercise(kernel, outcomes.Scenarios[i], effects, rules, rule => found[rule][i] = true);
                }
            });
        return found;
    }

    /// <summary>Runs a scenario and tells of the rules that it exercises.</summary>
    /// <param name="kernel">Kernel and strategy.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="effects">Overwritten.</param>
    /// <param name="rules">The rules that are looked for.</param>
    /// <param name="tell">Called with the index of each rule, once for each step that exercises it.</param>
    public static void Exercise(Kernel kernel, Scenario scenario, Effects effects, Rule[] rules, Action<int> tell)
    {
        var world = scenario.Begin();
        for (var step = 0; step < scenario.Steps.Length; step++)
        {
            kernel.Run(in world, scenario.Steps[step], out world, effects);
            for (var rule = 0; rule < rules.Length; rule++)
            {
                if (effects.Rules.Contains(rules[rule]))
                {
                    tell(rule);
                }
            }

            if (scenario.EndsAt(step, effects.Result))
            {
                return;
            }
        }
    }
}
