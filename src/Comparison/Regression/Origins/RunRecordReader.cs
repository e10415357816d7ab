using System.Collections.Immutable;
using System.Text.Json;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Reads the record beside a table.</summary>
public static class RunRecordReader
{
    /// <summary>The record of a table that <c>run</c> wrote: <c>run.json</c> beside a table called <c>outcomes</c>.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The record, or null where there is none: another name tells that the table is not what the record speaks of.</returns>
    /// <exception cref="InputException">There is a file, and it is no record.</exception>
    public static RunRecord? Beside(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
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
