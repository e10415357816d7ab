namespace Compare.Cli;

/// <summary>Tables that a command line names.</summary>
internal static class InputFiles
{
    /// <summary>Reads an outcome table and says which of its columns are not used.</summary>
    public static OutcomeTable ReadOutcomes(string path, Terminal terminal)
    {
        var table = OutcomeTable.Read(path);
        ReportExtra(path, table.ExtraColumns, terminal);
        return table;
    }

    /// <summary>Reads a scenario table and says which of its columns are not used.</summary>
    public static ScenarioTable ReadScenarios(string path, Terminal terminal)
    {
        var table = ScenarioTable.Read(path);
        ReportExtra(path, table.ExtraColumns, terminal);
        return table;
    }

    /// <summary>An output must not be an input.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void RefuseOverwrite(string output, IEnumerable<string> inputs)
    {
        foreach (var input in inputs)
        {
            if (Target(input) == Target(output))
            {
                throw new InputException(new InputLocation(output), "found as output and as input, expected another file for the output");
            }
        }
    }

    /// <summary>An input must not be given twice: its rows would count twice.</summary>
    /// <exception cref="InputException">One is.</exception>
    public static void RefuseTwice(IEnumerable<string> inputs)
    {
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (!targets.Add(Target(input)))
            {
                throw new InputException(new InputLocation(input), "found twice among the inputs, expected each file once");
            }
        }
    }

    /// <summary>Whether two names lead to one file.</summary>
    public static bool IsSame(string left, string right) => Target(left) == Target(right);

    private static string Target(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
    }

    private static void ReportExtra(string path, IReadOnlyCollection<string> columns, Terminal terminal)
    {
        if (columns.Count > 0)
        {
            terminal.Error.Write($"compare: note: {path}: not used: column {string.Join(", ", columns)}\n");
        }
    }
}
