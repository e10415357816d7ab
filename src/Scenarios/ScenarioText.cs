namespace Compare.Scenarios;

/// <summary>A scenario on one line, as a user types it: <c>fs=ro mapping=private steps=load store</c>.</summary>
/// <remarks>Pairs <c>column=value</c>, blanks between them, in any order. A column that is not named has its centre: <c>dax</c>, <c>rw</c>,
/// <c>private</c>, <c>aligned</c>, <c>written</c>, <c>full</c>, <c>huge</c>. <c>steps</c> must be named; it takes every word up to the next
/// pair.</remarks>
public static class ScenarioText
{
    /// <summary>The id of a scenario whose text names none.</summary>
    public const string DefaultId = "scenario";

    /// <summary>The world of a text that names nothing.</summary>
    public static WorldSetup Centre { get; } = Axes.All.Aggregate(default(WorldSetup), (setup, axis) => axis.With(setup, axis.Centre));

    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What to call the text in an error message.</param>
    /// <exception cref="InputException">A pair or word is unknown, given twice or missing, or the combination is not legal.</exception>
    public static Scenario Parse(string text, string source = "--scenario")
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        var steps = new List<string>();
        string? open = null;
        foreach (var word in text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                open = Name(word[..equals], source);
                if (!given.TryAdd(open, word[(equals + 1)..]))
                {
                    throw new InputException($"{source}: found '{open}=' twice, expected it once");
                }
            }
            else if (open == "steps")
            {
                steps.Add(word);
            }
            else
            {
                throw new InputException($"{source}: found {Problem.Quote(word)}, expected column=value with a column of "
                    + string.Join(", ", ScenarioColumns.All) + NearName.Hint(word, ScenarioColumns.All));
            }
        }

        if (given.TryGetValue("steps", out var first))
        {
            given["steps"] = string.Join(' ', first.Length == 0 ? steps : steps.Prepend(first));
        }

        return Make(given, source);
    }

    /// <summary>The text of a scenario without its id: every column named, <c>steps</c> last.</summary>
    /// <param name="scenario">A scenario.</param>
    public static string Print(Scenario scenario) => Print(scenario, static (_, _) => true);

    /// <summary>The shortest text of a scenario: without its id and without what is at its centre.</summary>
    /// <param name="scenario">A scenario.</param>
    public static string PrintShort(Scenario scenario) => Print(scenario, static (axis, setup) => axis.IsOffCentre(setup));

    private static string Print(Scenario scenario, Func<Axis, WorldSetup, bool> isNamed) => string.Concat(
        Axes.All.Where(axis => isNamed(axis, scenario.Setup)).Select(axis => $"{axis.Name}={axis.Text(scenario.Setup)} ")
            .Append($"steps={scenario.StepsText}"));

    private static string Name(string name, string source)
        => ScenarioColumns.All.Contains(name)
            ? name
            : throw new InputException($"{source}: unknown column: {Problem.UnknownWord(name, ScenarioColumns.All)}");

    private static Scenario Make(Dictionary<string, string> given, string source)
    {
        if (!given.ContainsKey("steps"))
        {
            throw new InputException($"{source}: found no 'steps=', expected at least one step, as in steps=load store");
        }

        return new ScenarioReader(
            column => given.TryGetValue(ScenarioColumns.All[column], out var text)
                ? text
                : column == 0 ? DefaultId : Axes.All[column - 1].Text(Centre),
            (column, problem) => new InputException($"{source}: {column}: {problem}")).Read();
    }
}
