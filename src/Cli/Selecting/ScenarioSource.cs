namespace Compare.Cli;

/// <summary>Scenarios by name, made or read when they are asked for.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Scenarios">The scenarios, in ordinal order of the id.</param>
internal sealed record ScenarioSource(int Count, IEnumerable<Scenario> Scenarios)
{
    /// <summary>Name of the default matrix.</summary>
    public const string Standard = "standard";

    /// <summary>Name of the full product.</summary>
    public const string Cross = "cross";

    private const string Argument = "SCENARIO";

    /// <summary>The scenarios of a name.</summary>
    /// <param name="name">A matrix, or the file of a scenario table.</param>
    /// <param name="terminal">Told which columns of a table are not used.</param>
    /// <exception cref="InputException">No matrix has the name and no file, or the file is no scenario table.</exception>
    public static ScenarioSource Of(string name, Terminal terminal)
    {
        switch (name)
        {
            case Standard:
                return new(StandardMatrix.Count, StandardMatrix.Build());
            case Cross:
                return new(CrossMatrix.Count, CrossMatrix.Enumerate());
            default:
                if (!name.Contains('.', StringComparison.Ordinal) && !name.Contains(Path.DirectorySeparatorChar) && !Path.Exists(name))
                {
                    throw new InputException(
                        $"unknown matrix {Problem.Quote(name)}, expected {Standard}, {Cross} or the name of a scenario table"
                        + NearName.Hint(name, [Standard, Cross]));
                }

                var table = InputFiles.ReadScenarios(name, terminal).Scenarios;
                return new(table.Length, table);
        }
    }

    /// <summary>Finds or makes the scenario.</summary>
    /// <param name="text">An id, or <c>column=value ...</c>.</param>
    /// <param name="matrix">Where the id is looked up; <see langword="null"/>: the standard matrix, then the full product.</param>
    /// <param name="terminal">Told which columns of a table are not used.</param>
    /// <exception cref="InputException">No scenario has the id, or the pairs make no scenario.</exception>
    public static Scenario Find(string text, string? matrix, Terminal terminal)
    {
        if (matrix is null && text.Contains('=', StringComparison.Ordinal))
        {
            return ScenarioText.Parse(text, Argument);
        }

        string[] matrices = matrix is null ? [Standard, Cross] : [matrix];
        IEnumerable<Scenario> last = [];
        foreach (var name in matrices)
        {
            last = Of(name, terminal).Scenarios;
            if (last.FirstOrDefault(scenario => scenario.Id == text) is { } found)
            {
                return found;
            }
        }

        return text.Contains('=', StringComparison.Ordinal)
            ? ScenarioText.Parse(text, Argument)
            : throw new InputException(
                $"unknown scenario {Problem.Quote(text)}, expected an id of {string.Join(" or ", matrices)}, "
                + "or column=value pairs as in \"fs=ro steps=store\"" + Hint(text, last));
    }

    /// <summary>
    /// The nearest id. What stands before the first <c>+</c> of an id is looked up first: a full product has too many ids to try each.
    /// </summary>
    private static string Hint(string text, IEnumerable<Scenario> scenarios)
    {
        var byBase = scenarios.Select(scenario => scenario.Id).ToLookup(BaseOf, StringComparer.Ordinal);
        return NearName.Find(BaseOf(text), byBase.Select(group => group.Key)) is { } near ? NearName.Hint(text, byBase[near]) : "";
    }

    private static string BaseOf(string id) => id.Split('+')[0];
}
