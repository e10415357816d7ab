namespace Compare.Cli;

/// <summary>Outcomes that were kept, and a run beside them. Where only a part ran, only that part of them counts.</summary>
internal static class Baseline
{
    /// <summary>The name of the table that a baseline is written to.</summary>
    public const string TableName = "outcomes.csv.gz";

    private static readonly string[] Names = [TableName, "outcomes.csv"];

    /// <summary>Version of the program, as a record of a run holds it: without the commit, which changes where nothing else does.</summary>
    public static string Version { get; } = typeof(Baseline).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>The table that a baseline is written to.</summary>
    public static string Table(string directory) => Path.Combine(directory, TableName);

    /// <summary>The table of a baseline that is there.</summary>
    /// <exception cref="InputException">There is none, or there are two, or it is not what its run wrote.</exception>
    public static string Find(string directory)
    {
        var table = Only(directory);
        RunRecordReader.Beside(table);
        return table;
    }

    private static string Only(string directory)
    {
        var found = Names.Select(name => Path.Combine(directory, name)).Where(File.Exists).ToArray();
        return found switch
        {
            [var only] => only,
            [] => throw new InputException(
                new InputLocation(directory),
                $"found no {string.Join(" or ", Names)}, expected a directory that compare run --save-baseline wrote"),
            _ => throw new InputException(new InputLocation(directory), $"found {string.Join(" and ", Names)}, expected one of them"),
        };
    }

    /// <summary>Compares what a run wrote with a baseline, and says nothing where there is no difference.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="baseline">The table of the baseline.</param>
    /// <param name="outcomes">The table that was written.</param>
    /// <param name="selection">What ran.</param>
    /// <param name="terminal">Where the difference is shown.</param>
    /// <returns>0: the same. 1: different.</returns>
    public static int Compare(RunOptions options, string baseline, string outcomes, Selection selection, Terminal terminal)
    {
        var session = new DiffSession(baseline, outcomes, DiffOptions.Default, terminal)
        {
            AdmitsOld = options.Selection is { Where: null, Kernels.IsEmpty: true, Named.IsEmpty: true } ? null : selection.Admits,
            Guests = options.Selection.Guests,
            Before = () => terminal.Screen.Line(),
        };
        var code = session.Run(OutputFormat.Text, speaksOfSame: false);
        if (code != ExitCodes.Done && !options.Selection.IsPart)
        {
            terminal.Screen.Line();
            terminal.Screen.Line($"To accept these outcomes: compare run --save-baseline {options.Baseline}");
        }

        return code;
    }
}
