namespace Compare.Cli;

/// <summary>Observations that a command line names.</summary>
/// <param name="Paths">Outcome tables.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Guests">Assemblies with strategies that rows name beside the shipped ones.</param>
internal sealed record ObservationOptions(ImmutableArray<string> Paths, string? Where, ImmutableArray<string> Guests)
{
    /// <summary>What mails and patches among the guests are applied to.</summary>
    public string? Onto { get; init; }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Reads them from a parsed command line.</returns>
    public static Func<ParseResult, ObservationOptions> AddTo(Command command)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Tables of observed outcomes: CSV, or compressed where the name ends in .gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        var where = SelectionOptions.WhereOption();
        var guests = new Option<string[]>("--strategy")
        {
            Description = "An assembly, or a source as run takes it, with strategies that rows name beside the shipped ones; may be repeated.",
            HelpName = "FILE.dll|FILE.cs[:NAME]|[NAME=]FILE.c|DIR[@REV]|PATCH[:NAME]",
        };
        var onto = SelectionOptions.OntoOption();
        command.Add(files);
        command.Add(where);
        command.Add(guests);
        command.Add(onto);
        return parsed => new ObservationOptions(
            [.. parsed.GetRequiredValue(files)], parsed.GetValue(where), [.. parsed.GetValue(guests) ?? []])
        {
            Onto = parsed.GetValue(onto),
        };
    }

    /// <summary>Reads the rows that the filter admits, ready to be replayed.</summary>
    /// <param name="outputs">What will be written; no input may be.</param>
    /// <param name="terminal">Told which columns are not used.</param>
    /// <exception cref="InputException">A file is no outcome table or given twice, the expression is none, no row passes it, a row names an
    /// unknown kernel or strategy, or a guest cannot be used.</exception>
    public List<ObservedRow> Read(IEnumerable<string> outputs, Terminal terminal)
    {
        InputFiles.RefuseTwice(Paths);
        foreach (var output in outputs)
        {
            InputFiles.RefuseOverwrite(output, Paths);
        }

        if (Guests.FirstOrDefault(name => !NamedStrategies.IsGuest(name)) is { } other)
        {
            throw new InputException(
                $"--strategy: found {Problem.Quote(other)}, expected strategies of one's own: FILE.dll or FILE.cs, with :NAME or without, or a source "
                + $"(the rows of one strategy alone are chosen with {Selection.WhereName} \"strategy = NAME\")");
        }

        var guests = Guests.IsEmpty ? [] : NamedStrategies.Of(Guests, Onto).All;
        var tables = Paths.Select(path => InputFiles.ReadOutcomes(path, terminal)).ToArray();
        var names = tables.SelectMany(table => table.Outcomes.Contenders).ToArray();
        var filter = Selection.ParseFilter(Where, names.Select(name => name.KernelName), names.Select(name => name.StrategyName));
        var contenders = new Dictionary<ContenderName, Contender>();
        var rows = new List<ObservedRow>();
        foreach (var table in tables)
        {
            foreach (var (scenario, contender) in table.Rows)
            {
                var (what, name) = (table.Outcomes.Scenarios[scenario], table.Outcomes.Contenders[contender]);
                if (filter?.Matches(new FilterSubject(what, name.KernelName, name.StrategyName)) == false)
                {
                    continue;
                }

                if (!contenders.TryGetValue(name, out var known))
                {
                    known = Catalogue.ContenderOf(name, new InputLocation(table.Path, table.LineOf(scenario, contender)), guests);
                    contenders.Add(name, known);
                }

                rows.Add(new ObservedRow(what, table.Outcomes[scenario, contender]!, known));
            }
        }

        Selection.RefuseNothing(filter, rows.Count);
        return rows;
    }
}
