using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>Matches the header of a file with the columns that are asked for.</summary>
internal sealed class CsvHeader(string path, string[] header, ImmutableArray<string> columns)
{
    /// <summary>Finds each column, in any order.</summary>
    /// <returns>Where each column stands, and the columns that were not asked for.</returns>
    /// <exception cref="InputException">A column is missing, stands there twice, or has almost the name of one that is known.</exception>
    public (int[] Positions, ImmutableArray<string> Extra) Match()
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i].Length == 0)
            {
                throw Error($"found a column without a name at place {i + 1}, expected a name");
            }

            if (!found.TryAdd(header[i], i))
            {
                throw Error($"found column '{header[i]}' twice, at places {found[header[i]] + 1} and {i + 1}, expected it once");
            }
        }

        var extra = header.Where(name => !columns.Contains(name)).ToImmutableArray();
        foreach (var name in extra)
        {
            if (!IsKnown(name) && NearName.Find(name, columns) is { } near)
            {
                throw Error($"found unknown column {Problem.Quote(name)}; did you mean '{near}'?");
            }
        }

        var missing = columns.Where(name => !found.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? ([.. columns.Select(name => found[name])], extra)
            : throw Error($"found no column {string.Join(", ", missing)}; expected the columns {string.Join(", ", columns)}");
    }

    /// <summary>Columns of the other table, and derived ones, are no misspellings.</summary>
    private static bool IsKnown(string name) => OutcomeColumns.All.Contains(name) || ScenarioColumns.Derived.Contains(name);

    private InputException Error(string problem) => new(new InputLocation(path, 1), problem);
}
