using Compare.Scenarios;

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
                        $"unknown matrix '{name}', expected {Standard}, {Cross} or the name of a scenario table"
                        + NearName.Hint(name, [Standard, Cross]));
                }

                var table = InputFiles.ReadScenarios(name, terminal).Scenarios;
                return new(table.Length, table);
        }
    }
}
