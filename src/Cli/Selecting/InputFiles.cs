namespace Compare.Cli;

/// <summary>Tables that a command line names.</summary>
internal static class InputFiles
{
    /// <summary>Reads an outcome table and says which of its columns are not used.</summary>
    /// <exception cref="InputException">It is none, or not what its run wrote.</exception>
    public static OutcomeTable ReadOutcomes(string path, Terminal terminal)
    {
        RunRecordReader.Beside(path);
        var table = OutcomeTable.Read(path);
        ReportExtra(path, table.ExtraColumns, terminal);
        return table;
    }

    /// <summary>Reads a scenario table and says which of its columns are not used.</summary>
    /// <exception cref="InputException">It is none, or not what its run wrote.</exception>
    public static ScenarioTable ReadScenarios(string path, Terminal terminal)
    {
        RunRecordReader.Beside(path);
        var table = ScenarioTable.Read(path);
        ReportExtra(path, table.ExtraColumns, terminal);
        return table;
    }

    /// <summary>An output must not be an input.</summary>
    /// <exception cref="InputException">It is.</exception>
    public static void RefuseOverwrite(string output, IEnumerable<string> inputs)
    {
        if (inputs.Any(input => IsSame(input, output)))
        {
            throw new InputException(new InputLocation(output), "found as output and as input, expected another file for the output");
        }
    }

    /// <summary>An input must not be given twice: its rows would count twice.</summary>
    /// <exception cref="InputException">One is.</exception>
    public static void RefuseTwice(IEnumerable<string> inputs)
    {
        var known = new HashSet<FileIdentity>();
        foreach (var input in inputs)
        {
            if (FileIdentity.Of(input) is { } file && !known.Add(file))
            {
                throw new InputException(new InputLocation(input), "found twice among the inputs, expected each file once");
            }
        }
    }

    /// <summary>Whether two names lead to one file, be it there or not yet.</summary>
    public static bool IsSame(string left, string right) => FileIdentity.Of(left) is { } file
        ? file == FileIdentity.Of(right)
        : left.Length > 0 && right.Length > 0 && Path.GetFullPath(left) == Path.GetFullPath(right);

    private static void ReportExtra(string path, IReadOnlyCollection<string> columns, Terminal terminal)
    {
        if (columns.Count > 0)
        {
            terminal.Say($"note: {new InputLocation(path)}: not used: column {string.Join(", ", columns)}");
        }
    }
}
