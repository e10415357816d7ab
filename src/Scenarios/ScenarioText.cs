using System.Collections.Immutable;
using Compare.Engine;

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
    public static WorldSetup Centre { get; } = new(
        Mount.Dax,
        FileSystemState.Writable,
        MappingKind.Private,
        Geometry.Aligned,
        ExtentLayout.Written,
        FileLength.Full,
        HugePages.Allowed);

    /// <summary>Reads a scenario.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What to call the text in an error message.</param>
    /// <exception cref="InputException">A pair or word is unknown, given twice or missing, or the combination is not legal.</exception>
    public static Scenario Parse(string text, string source = "--scenario")
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
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
                given[open] = given[open].Length == 0 ? word : $"{given[open]} {word}";
            }
            else
            {
                throw new InputException($"{source}: found {Problem.Quote(word)}, expected column=value with a column of "
                    + string.Join(", ", ScenarioColumns.All) + NearName.Hint(word, ScenarioColumns.All));
            }
        }

        return Make(given, source);
    }

    /// <summary>The text of a scenario without its id: every column named, <c>steps</c> last.</summary>
    /// <param name="scenario">A scenario.</param>
    public static string Print(Scenario scenario)
        => string.Join(' ', ScenarioColumns.All.Skip(1).Select(column => $"{column}={ScenarioColumns.Text(scenario, column)}"));

    private static string Name(string name, string source)
        => ScenarioColumns.All.Contains(name)
            ? name
            : throw new InputException($"{source}: unknown column: {Problem.UnknownWord(name, ScenarioColumns.All)}");

    private static Scenario Make(Dictionary<string, string> given, string source)
    {
        if (!given.TryGetValue("steps", out var list))
        {
            throw new InputException($"{source}: found no 'steps=', expected at least one step, as in steps=load store");
        }

        var setup = new WorldSetup(
            Value(given, "mount", Axes.Mounts, Centre.Mount, source),
            Value(given, "fs", Axes.FileSystems, Centre.FileSystem, source),
            Value(given, "mapping", Axes.Mappings, Centre.Mapping, source),
            Value(given, "geometry", Axes.Geometries, Centre.Geometry, source),
            Value(given, "extent", Axes.Extents, Centre.Extents, source),
            Value(given, "size", Axes.Lengths, Centre.Length, source),
            Value(given, "thp", Axes.HugePages, Centre.HugePages, source));
        if (!StepText.TryParse(list, out ImmutableArray<Step> steps, out var problem))
        {
            throw new InputException($"{source}: steps: {problem}");
        }

        if (ScenarioRules.Check(setup, steps) is { } broken)
        {
            throw new InputException($"{source}: {broken.Column}: {broken.Problem}");
        }

        var id = given.GetValueOrDefault("id", DefaultId);
        return id.Length > 0
            ? new Scenario(id, setup, steps)
            : throw new InputException($"{source}: id: found nothing, expected a name");
    }

    private static T Value<T>(Dictionary<string, string> given, string column, Words<T> words, T centre, string source)
        where T : struct, Enum
    {
        if (!given.TryGetValue(column, out var word))
        {
            return centre;
        }

        return words.TryParse(word, out var value, out var problem)
            ? value
            : throw new InputException($"{source}: {column}: {problem}");
    }
}
