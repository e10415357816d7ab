namespace Compare.Cli;

/// <summary>What a command line chooses to run, in its own words: the same options for every command.</summary>
/// <param name="Matrix">Name of a matrix or a scenario table; <see langword="null"/> where none was given.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Kernels">Names of kernels; none: every observed one.</param>
/// <param name="Strategies">Names of strategies or guest assemblies; none: each that is shipped.</param>
internal sealed record SelectionOptions(
    string? Matrix, string? Where, ImmutableArray<string> Kernels, ImmutableArray<string> Strategies)
{
    /// <summary>What mails and patches among the strategies are applied to; none: their own text must suffice.</summary>
    public string? Onto { get; init; }

    /// <summary>Name of the strategy that the others are judged against; none: the first one is.</summary>
    public string? Base { get; init; }

    /// <summary>Names of the strategies that are judged, beside those of <see cref="Strategies"/>.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>Whether the sides were named: a base or a candidate.</summary>
    public bool HasSides => Base is not null || !Candidates.IsEmpty;

    /// <summary>The strategies in the words of the command line, the base first; none: each that is shipped.</summary>
    public ImmutableArray<string> Named
    {
        get
        {
            if (!HasSides)
            {
                return Strategies;
            }

            var shipped = Catalogue.Strategies.Select(strategy => strategy.Name).ToArray();
            var first = Base ?? Strategies.FirstOrDefault(shipped[0]);
            var others = Strategies.Concat(Candidates).Where(name => name != first).ToArray();
            return [first, .. others.Length > 0 ? others : shipped.Where(name => name != first)];
        }
    }

    /// <summary>Name of the matrix.</summary>
    public string MatrixName => Matrix ?? ScenarioSource.Standard;

    /// <summary>The file of the scenario table, if the matrix is one.</summary>
    public string? MatrixFile => MatrixName is ScenarioSource.Standard or ScenarioSource.Cross ? null : MatrixName;

    /// <summary>Whether a part of the kernels, strategies or scenarios was chosen.</summary>
    public bool IsPart => Matrix is not null || Where is not null || !Kernels.IsEmpty || !Named.IsEmpty;

    /// <summary>The strategies that are named by their assembly or source.</summary>
    public ImmutableArray<string> Guests => [.. Named.Where(NamedStrategies.IsGuest)];

    /// <summary>The options as a command line gives them, each with a blank before it; empty where none was given.</summary>
    public string Words => string.Concat(
    [
        MatrixName == ScenarioSource.Standard ? "" : Word("--matrix", MatrixName),
        Where is null ? "" : Word("--where", Where),
        ContenderWords,
    ]);

    /// <summary>The options that choose kernels and strategies, likewise.</summary>
    public string ContenderWords => string.Concat(
        Kernels.Select(kernel => Word("--kernel", kernel))
            .Append(Base is null ? "" : Word("--base", Base))
            .Concat(Candidates.Select(candidate => Word("--candidate", candidate)))
            .Concat(Strategies.Select(strategy => Word("--strategy", strategy)))
            .Append(Onto is null ? "" : Word("--onto", Onto)));

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Reads them from a parsed command line.</returns>
    public static Func<ParseResult, SelectionOptions> AddTo(Command command)
    {
        var where = WhereOption();
        var others = AddTo(command, where, ScenarioSource.Standard, Catalogue.All, "each shipped one");
        var first = new Option<string?>("--base")
        {
            Description = "The strategy that the others are judged against, named as --strategy does [default: the first one].",
            HelpName = "STRATEGY",
        };
        var candidates = new Option<string[]>("--candidate")
        {
            Description = "A strategy that may replace the base, named as --strategy does; may be repeated [default: each other one].",
            HelpName = "STRATEGY",
        };
        command.Add(first);
        command.Add(candidates);
        return parsed =>
        {
            var (named, judged) = (parsed.GetValue(first), parsed.GetValue(candidates) ?? []);
            return named is not null && judged.Contains(named)
                ? throw new InputException($"found {Problem.Quote(named)} as --base and as --candidate, expected two strategies")
                : others(parsed) with { Where = parsed.GetValue(where), Base = named, Candidates = [.. judged] };
        };
    }

    /// <summary>Adds the options to a command that takes one scenario, and so no filter.</summary>
    /// <param name="command">The command.</param>
    /// <param name="matrix">Words for what is chosen where no matrix is named.</param>
    /// <param name="kernels">Words for what is chosen where no kernel is named.</param>
    /// <param name="strategies">Words for what is chosen where no strategy is named.</param>
    /// <returns>Reads them from a parsed command line.</returns>
    public static Func<ParseResult, SelectionOptions> AddWithoutWhere(Command command, string matrix, string kernels, string strategies)
        => AddTo(command, null, matrix, kernels, strategies);

    /// <summary>The option <c>--where</c>.</summary>
    public static Option<string?> WhereOption() => new(Selection.WhereName)
    {
        Description = "Only what this condition holds for, as in \"fs in readonly and access in writes\"; compare list words explains it.",
        HelpName = "EXPR",
    };

    /// <summary>The option <c>--strategy</c>.</summary>
    /// <param name="defaultStrategies">Words for what is chosen where no strategy is named.</param>
    public static Option<string[]> StrategyOption(string defaultStrategies) => new("--strategy")
    {
        Description = "Only this strategy; may be repeated. One of "
            + $"{string.Join(", ", Catalogue.Strategies.Select(strategy => strategy.Name))}, "
            + "or one's own: an assembly or a C# file with such classes, a C file with a handler or with the statements that decide, a kernel tree, a revision of one, a mail "
            + $"or a patch [default: {defaultStrategies}].",
        HelpName = "NAME|FILE.dll|FILE.cs[:NAME]|[NAME=]FILE.c|DIR[@REV]|PATCH[:NAME]",
    };

    /// <summary>The option <c>--onto</c>.</summary>
    public static Option<string?> OntoOption() => new("--onto")
    {
        Description = "What a mail or patch of --strategy is applied to: a C file, a kernel tree, or a revision of one [default: nothing; its own text must suffice].",
        HelpName = "FILE.c|DIR[@REV]",
    };

    private static Func<ParseResult, SelectionOptions> AddTo(
        Command command, Option? where, string defaultMatrix, string defaultKernels, string defaultStrategies)
    {
        var matrix = new Option<string?>("--matrix")
        {
            Description = $"The scenarios: {ScenarioSource.Standard}, {ScenarioSource.Cross} (the full product of its axes), "
                + $"or a table of them (CSV, .gz or not) [default: {defaultMatrix}].",
            HelpName = "standard|cross|FILE.csv",
        };
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "Only this kernel; may be repeated. One of "
                + $"{string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))}, "
                + $"or {Catalogue.All}: every one that was observed [default: {defaultKernels}].",
            HelpName = "NAME",
        };
        var strategies = StrategyOption(defaultStrategies);
        var onto = OntoOption();
        foreach (var option in (Option?[])[matrix, where, kernels, strategies, onto])
        {
            if (option is not null)
            {
                command.Add(option);
            }
        }

        return parsed => new SelectionOptions(
            parsed.GetValue(matrix), Where: null, [.. parsed.GetValue(kernels) ?? []], [.. parsed.GetValue(strategies) ?? []])
        {
            Onto = parsed.GetValue(onto),
        };
    }

    private static string Word(string option, string word) => $" {option} {SharedOptions.Quoted(word)}";
}
