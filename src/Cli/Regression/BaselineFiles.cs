using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The files of a baseline.</summary>
internal static class BaselineFiles
{
    private static readonly string[] Names = ["outcomes.csv.gz", "outcomes.csv"];

    /// <summary>Version of the program, as a record of a run holds it: without the commit, which changes where nothing else does.</summary>
    public static string Version { get; } = typeof(BaselineFiles).Assembly.GetName().Version!.ToString(3);

    /// <summary>The table that a baseline is written to.</summary>
    public static string Table(string directory) => Path.Combine(directory, Names[0]);

    /// <summary>The table of a baseline that is there.</summary>
    /// <exception cref="InputException">There is none, or there are two.</exception>
    public static string Find(string directory)
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
}
