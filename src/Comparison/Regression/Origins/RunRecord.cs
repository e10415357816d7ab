using System.Text.Json;

namespace Compare.Comparison;

/// <summary>What the outcomes of a run were made by. Holds no date, no path and no machine: the same run gives the same record.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Tool">Hash of the source that turns effects into cells.</param>
/// <param name="Engine">Hash of the engine's source.</param>
/// <param name="Kernels">Hash of each profile that ran, by name.</param>
/// <param name="Strategies">Hash of each strategy that ran, by name.</param>
/// <param name="Scenarios">How many scenarios ran.</param>
/// <param name="Matrix">Hash of the scenarios.</param>
public sealed record RunRecord(
    string Version,
    string Tool,
    string Engine,
    ImmutableSortedDictionary<string, string> Kernels,
    ImmutableSortedDictionary<string, string> Strategies,
    long Scenarios,
    string Matrix)
{
    /// <summary>The name of the file beside the tables.</summary>
    public const string FileName = "run.json";

    /// <summary>The record of a run.</summary>
    /// <param name="version">Version of the program.</param>
    /// <param name="contenders">What ran.</param>
    /// <param name="matrix">The scenarios that ran.</param>
    public static RunRecord Of(string version, IReadOnlyCollection<Contender> contenders, MatrixFingerprint matrix)
    {
        return new RunRecord(
            version,
            Fingerprints.Tool,
            Fingerprints.Engine,
            contenders.Select(contender => contender.Kernel)
                .DistinctBy(kernel => kernel.Name)
                .ToImmutableSortedDictionary(kernel => kernel.Name, Fingerprints.Of, StringComparer.Ordinal),
            contenders.Select(contender => contender.Strategy)
                .DistinctBy(strategy => strategy.Name)
                .ToImmutableSortedDictionary(strategy => strategy.Name, Fingerprints.Of, StringComparer.Ordinal),
            matrix.Scenarios,
            matrix.Finish());
    }
}

/// <summary>Reads the record beside a table.</summary>
public static class RunRecordReader
{
    /// <summary>The record of a table that <c>run</c> wrote: <c>run.json</c> beside a table called <c>outcomes</c>.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The record, or null where there is none: another name tells that the table is not what the record speaks of.</returns>
    /// <exception cref="InputException">There is a file, and it is no record.</exception>
    public static RunRecord? Beside(string table)
    {
        var path = Path.Combine(Path.GetDirectoryName(table) ?? "", RunRecord.FileName);
        return Path.GetFileName(table) is "outcomes.csv" or "outcomes.csv.gz" && File.Exists(path) ? Read(path) : null;
    }

    private static RunRecord Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new RunRecord(
                Text(root, "version"),
                Text(root, "tool"),
                Text(root, "engine"),
                Texts(root, "kernels"),
                Texts(root, "strategies"),
                root.GetProperty("scenarios").GetInt64(),
                Text(root, "matrix"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InputException(
                new InputLocation(path), $"found no record of a run, expected what compare run writes beside its tables: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), $"cannot be read: {e.Message}", e);
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static ImmutableSortedDictionary<string, string> Texts(JsonElement element, string name)
        => element.GetProperty(name).EnumerateObject()
            .ToImmutableSortedDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal);
}
