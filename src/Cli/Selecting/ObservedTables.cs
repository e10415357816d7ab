namespace Compare.Cli;

/// <summary>Tables of what real kernels did, beside what is known without them: the standard matrix was recorded whole for the shipped strategies on the
/// observed kernels.</summary>
/// <param name="Paths">Outcome tables.</param>
internal sealed record ObservedTables(ImmutableArray<string> Paths)
{
    /// <summary>Name of the option.</summary>
    public const string Name = "--observed";

    /// <summary>The options as a command line gives them, each with a blank before it; empty where none was given.</summary>
    public string Words => string.Concat(Paths.Select(path => $" {Name} {SharedOptions.Quoted(path)}"));

    /// <summary>Adds the option to a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Reads it from a parsed command line.</returns>
    public static Func<ParseResult, ObservedTables> AddTo(Command command)
    {
        var option = new Option<string[]>(Name)
        {
            Description = "A table of what a real kernel did, as compare record writes it, to say what was observed; may be repeated "
                + "[default: what was recorded of the shipped strategies, which is the standard matrix].",
            HelpName = "TABLE",
        };
        command.Add(option);
        return parsed => new([.. parsed.GetValue(option) ?? []]);
    }

    /// <summary>Reads the tables.</summary>
    /// <param name="selection">What runs; a strategy of one's own that has the name of a shipped one was not observed.</param>
    /// <param name="terminal">Told which columns are not used.</param>
    /// <exception cref="InputException">One is no outcome table, or given twice.</exception>
    public ObservedScenarios Read(Selection selection, Terminal terminal)
    {
        InputFiles.RefuseTwice(Paths);
        return new(
            Contender.Product(Catalogue.Kernels.Where(kernel => kernel.IsObserved), Catalogue.Strategies.Where(strategy => !selection.Guests.ContainsKey(strategy.Name))),
            Paths.Select(path => InputFiles.ReadOutcomes(path, terminal)));
    }
}
