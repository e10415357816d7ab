using System.Globalization;

namespace Compare.Scenarios;

/// <summary>The scenarios of a file.</summary>
public sealed class ScenarioTable
{
    private ScenarioTable(string path, ImmutableArray<Scenario> scenarios, ImmutableArray<string> extraColumns)
        => (Path, Scenarios, ExtraColumns) = (path, scenarios, extraColumns);

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    /// <summary>The scenarios, at least one, in ordinal order of the id, whatever the order of the file.</summary>
    public ImmutableArray<Scenario> Scenarios { get; }

    /// <summary>The columns that are no part of a scenario, in the order of the file. Their cells are not kept: report them.</summary>
    public ImmutableArray<string> ExtraColumns { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">A CSV file; decompressed if its name ends in <c>.gz</c>. Columns and rows may stand in any order, lines may end in
    /// CRLF, and a byte order mark may come first.</param>
    /// <exception cref="InputException">Anything else that is not as the format says, with file, line and column.</exception>
    public static ScenarioTable Read(string path)
    {
        using var rows = new TableRecords(path, ScenarioColumns.All);
        var reader = new ScenarioReader(rows);
        var found = new Dictionary<string, (Scenario Scenario, long Line)>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var scenario = reader.Read();
            if (!found.TryAdd(scenario.Id, (scenario, rows.Line)))
            {
                var first = found[scenario.Id].Line.ToString(CultureInfo.InvariantCulture);
                throw rows.Error("id", $"found {Problem.Quote(scenario.Id)} again, which line {first} has already; expected an id that is unique in the file");
            }
        }

        return found.Count > 0
            ? new ScenarioTable(path, [.. found.Values.Select(item => item.Scenario).OrderBy(scenario => scenario.Id, StringComparer.Ordinal)], rows.Extra)
            : throw rows.Error(null, "found a header without rows, expected at least one scenario", line: 1);
    }
}
