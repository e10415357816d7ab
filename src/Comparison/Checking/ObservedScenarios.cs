namespace Compare.Comparison;

/// <summary>What real kernels were seen to do: tables that somebody names, and the standard matrix, which was recorded whole for some contenders.</summary>
/// <param name="wholeStandard">The contenders whose rows of the standard matrix are each held to a recorded one by a test.</param>
/// <param name="tables">Observed rows.</param>
public sealed class ObservedScenarios(IEnumerable<ContenderName> wholeStandard, IEnumerable<OutcomeTable> tables)
{
    private static readonly Lazy<HashSet<(WorldSetup Setup, string Steps)>> Standard = new(() => [.. StandardMatrix.Build().Select(KeyOf)]);
    private readonly HashSet<(string Kernel, string Strategy)> _whole = [.. wholeStandard.Select(NameOf)];
    private readonly Dictionary<((string Kernel, string Strategy) Contender, (WorldSetup Setup, string Steps) Scenario), Outcome> _rows = RowsOf(tables);

    /// <summary>How many scenarios of a set real kernels ran for each of some contenders.</summary>
    /// <param name="outcomes">What the model says.</param>
    /// <param name="isIn">For each scenario whether it is in the set.</param>
    /// <param name="contenders">Contenders of these outcomes; at least one.</param>
    public ObservedShare ShareOf(OutcomeSet outcomes, bool[] isIn, params ImmutableArray<ContenderName> contenders)
    {
        var (observed, contradicted, all) = (0, 0, 0);
        int[] columns = [.. contenders.Select(contender => outcomes.Contenders.IndexOf(contender))];
        for (var i = 0; i < isIn.Length; i++)
        {
            if (!isIn[i])
            {
                continue;
            }

            all++;
            var seen = columns.Select(column => Agrees(outcomes.Scenarios[i], outcomes.Contenders[column], outcomes[i, column])).ToArray();
            observed += seen.Contains(null) ? 0 : 1;
            contradicted += seen.Contains(false) ? 1 : 0;
        }

        return new(observed, contradicted, all);
    }

    /// <summary>Whether a real kernel did what the model says.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Kernel and strategy.</param>
    /// <param name="model">What the model says; none where it was not run.</param>
    /// <returns><see langword="null"/> where nothing was observed.</returns>
    public bool? Agrees(Scenario scenario, ContenderName contender, Outcome? model)
        => _rows.TryGetValue((NameOf(contender), KeyOf(scenario)), out var observed) ? model is not null && Agree(observed, model)
            : _whole.Contains(NameOf(contender)) && Standard.Value.Contains(KeyOf(scenario)) ? true
            : null;

    private static (string Kernel, string Strategy) NameOf(ContenderName contender) => (contender.KernelName, contender.StrategyName);

    private static (WorldSetup Setup, string Steps) KeyOf(Scenario scenario) => (scenario.Setup, scenario.StepsText);

    private static bool Agree(Outcome observed, Outcome model) => observed.Steps.Length == model.Steps.Length
        && observed.Steps.Zip(model.Steps, (seen, said) => (seen.TimeChanged == StepOutcome.UnknownTime ? seen with { TimeChanged = said.TimeChanged } : seen) == said).All(agrees => agrees);

    private static Dictionary<((string Kernel, string Strategy) Contender, (WorldSetup Setup, string Steps) Scenario), Outcome> RowsOf(IEnumerable<OutcomeTable> tables)
    {
        var rows = new Dictionary<((string Kernel, string Strategy) Contender, (WorldSetup Setup, string Steps) Scenario), Outcome>();
        foreach (var table in tables)
        {
            foreach (var (scenario, contender) in table.Rows)
            {
                rows.TryAdd((NameOf(table.Outcomes.Contenders[contender]), KeyOf(table.Outcomes.Scenarios[scenario])), table.Outcomes[scenario, contender]!);
            }
        }

        return rows;
    }
}

/// <summary>How much of a set of scenarios real kernels were seen to run.</summary>
/// <param name="Observed">Scenarios that were.</param>
/// <param name="Contradicted">Those of them in which a real kernel did something else than the model.</param>
/// <param name="All">All of the set.</param>
public readonly record struct ObservedShare(int Observed, int Contradicted, int All)
{
    /// <summary>Both together.</summary>
    public static ObservedShare operator +(ObservedShare left, ObservedShare right)
        => new(left.Observed + right.Observed, left.Contradicted + right.Contradicted, left.All + right.All);

    /// <summary>Both together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static ObservedShare Add(ObservedShare left, ObservedShare right) => left + right;
}
