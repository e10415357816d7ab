using System.Collections.Immutable;
using System.CommandLine;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Observations that a command line names.</summary>
/// <param name="Paths">Outcome tables.</param>
/// <param name="Where">A filter expression.</param>
/// <param name="Guests">Assemblies with strategies that rows name beside the shipped ones.</param>
internal sealed record ObservationOptions(ImmutableArray<string> Paths, string? Where, ImmutableArray<string> Guests)
{
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
            Description = "An assembly with strategies that rows name beside the shipped ones; may be repeated.",
            HelpName = "FILE.dll[:NAME]",
        };
        command.Add(files);
        command.Add(where);
        command.Add(guests);
        return parsed => new ObservationOptions(
            [.. parsed.GetRequiredValue(files)], parsed.GetValue(where), [.. parsed.GetValue(guests) ?? []]);
    }

    /// <summary>Reads the rows that the filter admits, with the kernel and strategy of each.</summary>
    /// <param name="outputs">What will be written; no input may be.</param>
    /// <param name="terminal">Told which columns are not used.</param>
    /// <exception cref="InputException">A file is no outcome table or given twice, the expression is none, no row passes it, or a row names an
    /// unknown kernel or strategy.</exception>
    public List<(OutcomeRow Row, Contender Contender)> Read(IEnumerable<string> outputs, Terminal terminal)
    {
        InputFiles.RefuseTwice(Paths);
        foreach (var output in outputs)
        {
            InputFiles.RefuseOverwrite(output, Paths);
        }

        var guests = Guests.IsEmpty ? [] : NamedStrategies.Of(Guests).All;
        var rows = Paths.SelectMany(path => InputFiles.ReadOutcomes(path, terminal).Rows.Select(row => (Path: path, Row: row))).ToList();
        var filter = Selection.ParseFilter(Where, rows.Select(pair => pair.Row.Kernel), rows.Select(pair => pair.Row.Strategy));
        if (filter is not null)
        {
            rows.RemoveAll(pair => !filter.Matches(new FilterSubject(pair.Row.Scenario, pair.Row.Kernel, pair.Row.Strategy)));
            Selection.RefuseNothing(filter, rows.Count);
        }

        var contenders = new Dictionary<(string, string), Contender>();
        return [.. rows.Select(pair => (pair.Row, ContenderOf(pair.Path, pair.Row)))];

        Contender ContenderOf(string path, OutcomeRow row)
        {
            if (!contenders.TryGetValue((row.Kernel, row.Strategy), out var contender))
            {
                contender = Catalogue.ContenderOf(row, path, guests);
                contenders.Add((row.Kernel, row.Strategy), contender);
            }

            return contender;
        }
    }
}
