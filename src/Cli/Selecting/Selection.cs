namespace Compare.Cli;

/// <summary>What the words of a command line stand for: the same for every command.</summary>
internal sealed class Selection
{
    /// <summary>The option that filters.</summary>
    public const string WhereName = "--where";

    private readonly SelectionOptions _options;

    private Selection(SelectionOptions options)
    {
        _options = options;
        var strategies = NamedStrategies.Of(options.Named, options.Onto);
        (Kernels, Strategies, Guests) = ([.. Catalogue.SelectKernels(options.Kernels)], strategies.All, strategies.Guests);
        Contenders = Contender.Product(Kernels, Strategies);
        Filter = ParseFilter(
            options.Where, Contenders.Select(contender => contender.KernelName), Contenders.Select(contender => contender.StrategyName));
        Includes = Filter is { UsesContender: true } filter
            ? (scenario, contender) => filter.Matches(new FilterSubject(scenario, contender.KernelName, contender.StrategyName))
            : null;
    }

    /// <summary>The kernels, in the order in which they were named.</summary>
    public ImmutableArray<KernelProfile> Kernels { get; }

    /// <summary>The strategies, in the order in which they were named; the base first.</summary>
    public ImmutableArray<FaultHandler> Strategies { get; }

    /// <summary>Name of the strategy that the others are judged against: the first one.</summary>
    public string Base => Strategies[0].Name;

    /// <summary>For each strategy that is not shipped the words that name it on a command line.</summary>
    public ImmutableDictionary<string, string> Guests { get; }

    /// <summary>Every strategy on every kernel, in ordinal order of kernel, then strategy.</summary>
    public ImmutableArray<Contender> Contenders { get; }

    /// <summary>The same, in the order in which they were named.</summary>
    public ImmutableArray<Contender> NamedContenders =>
        [.. Kernels.SelectMany(kernel => Strategies.Select(strategy => new Contender(kernel, strategy)))];

    /// <summary>The filter, if there is one.</summary>
    public FilterExpression? Filter { get; }

    /// <summary>Which contender runs which scenario; none where the scenario alone decides.</summary>
    public Func<Scenario, ContenderName, bool>? Includes { get; }

    /// <summary>Finds everything that is named; scenarios are made later.</summary>
    /// <exception cref="InputException">A name is unknown, an assembly cannot be used, or the filter is no expression.</exception>
    public static Selection Of(SelectionOptions options) => new(options);

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The expression, or none.</param>
    /// <param name="kernels">Names that column <c>kernel</c> may have; may repeat.</param>
    /// <param name="strategies">Names that column <c>strategy</c> may have; may repeat.</param>
    /// <exception cref="InputException">The text is no expression.</exception>
    public static FilterExpression? ParseFilter(string? text, IEnumerable<string> kernels, IEnumerable<string> strategies)
        => text is null ? null : FilterExpression.Parse(text, new FilterVocabulary(kernels.Distinct(), strategies.Distinct()), WhereName);

    /// <summary>A filter that nothing passes is an error.</summary>
    /// <param name="filter">The filter, or none.</param>
    /// <param name="passed">How much passed.</param>
    /// <exception cref="InputException">Nothing did.</exception>
    public static void RefuseNothing(FilterExpression? filter, long passed)
    {
        if (filter is not null && passed == 0)
        {
            throw new InputException($"{WhereName}: found nothing for which '{filter}' holds, expected at least one");
        }
    }

    /// <summary>Whether a row of a table would have been run.</summary>
    public bool Admits(FilterSubject row)
        => (_options.Kernels.IsEmpty || Kernels.Any(kernel => kernel.Name == row.Kernel))
            && (_options.Named.IsEmpty || Strategies.Any(strategy => strategy.Name == row.Strategy))
            && Filter?.Matches(in row) != false;

    /// <summary>The scenarios that at least one contender runs.</summary>
    /// <param name="terminal">Told which columns of a table are not used.</param>
    /// <returns>The scenarios, with the number of those that are looked at.</returns>
    /// <exception cref="InputException">No matrix has the name, or a file is no scenario table.</exception>
    public ScenarioSource Scenarios(Terminal terminal)
    {
        var source = ScenarioSource.Of(_options.MatrixName, terminal);
        return Filter is null ? source : source with { Scenarios = source.Scenarios.Where(IsWanted) };
    }

    /// <summary>Makes the scenarios and runs them.</summary>
    /// <inheritdoc cref="Run(ScenarioSource, ImmutableArray{Contender}, int, Terminal)"/>
    public OutcomeSet Run(ImmutableArray<Contender> contenders, int jobs, Terminal terminal)
        => Run(Scenarios(terminal), contenders, jobs, terminal);

    /// <summary>Runs scenarios and keeps what they came to; a contender that the filter lets run nothing is left out.</summary>
    /// <param name="source">The scenarios of this selection.</param>
    /// <param name="contenders">Its contenders, or some of them.</param>
    /// <param name="jobs">Number of threads.</param>
    /// <param name="terminal">Where progress is shown.</param>
    /// <exception cref="InputException">There is no scenario, nothing passes the filter, or a strategy threw.</exception>
    public OutcomeSet Run(ScenarioSource source, ImmutableArray<Contender> contenders, int jobs, Terminal terminal)
    {
        ImmutableArray<Scenario> scenarios = [.. source.Scenarios];
        RefuseNothing(Filter, scenarios.Length);
        return scenarios.IsEmpty
            ? throw new InputException($"{_options.MatrixName}: found no scenario, expected at least one")
            : ProgressBar.Run(terminal, scenarios.Length, report => new MatrixRun(contenders, jobs, Includes).Run(scenarios, report)).WithoutIdle();
    }

    private bool IsWanted(Scenario scenario) => Includes is { } includes
        ? Contenders.Any(contender => includes(scenario, contender))
        : Filter!.Matches(new FilterSubject(scenario));
}
