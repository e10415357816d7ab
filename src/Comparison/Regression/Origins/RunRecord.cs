using System.Security.Cryptography;
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
/// <param name="Tables">Hash (SHA-256) of the bytes of each table beside the record, by name of the file; none in a record of a version that
/// kept no hashes.</param>
public sealed record RunRecord(
    string Version,
    string Tool,
    string Engine,
    ImmutableSortedDictionary<string, string> Kernels,
    ImmutableSortedDictionary<string, string> Strategies,
    long Scenarios,
    string Matrix,
    ImmutableSortedDictionary<string, string> Tables)
{
    /// <summary>The name of the file beside the tables.</summary>
    public const string FileName = "run.json";

    /// <summary>The record of a run, still without tables.</summary>
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
            matrix.Finish(),
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
    }
}

/// <summary>Reads the record beside a table.</summary>
public static class RunRecordReader
{
    /// <summary>The names that <c>run</c> gives its tables. Beside another table <c>run.json</c> may be anybody's.</summary>
    private static readonly ImmutableArray<string> TableNames = ["outcomes.csv", "outcomes.csv.gz", "differences.csv"];

    /// <summary>Whether <c>run</c> gives this name to a table.</summary>
    /// <param name="table">A path.</param>
    public static bool IsNameOfRun(string table) => TableNames.Contains(Path.GetFileName(table));

    /// <summary>The record of a table that <c>run</c> wrote: <c>run.json</c> beside it, in which it has a hash.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The record, or null where there is none, or it does not tell of the table.</returns>
    /// <exception cref="InputException">There is a file, and it is no record; or a table beside it is another than when it was written.</exception>
    public static RunRecord? Beside(string table)
    {
        var (directory, name) = (Path.GetDirectoryName(table) ?? "", Path.GetFileName(table));
        var path = Path.Combine(directory, RunRecord.FileName);
        if (!IsNameOfRun(table) || !Path.Exists(path) || Read(path) is not { } record || !record.Tables.ContainsKey(name))
        {
            return null;
        }

        foreach (var (other, hash) in record.Tables)
        {
            Check(Path.Combine(directory, other), hash);
        }

        return record;
    }

    /// <summary>Refuses a set of tables that were not written by one run. A table that is gone is missed when it is read.</summary>
    private static void Check(string table, string hash)
    {
        try
        {
            if (HashOf(table) == hash)
            {
                return;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(table), $"cannot be read: {e.Message}", e);
        }

        var option = table.EndsWith(".gz", StringComparison.Ordinal) ? "--save-baseline" : "--out";
        var directory = Path.GetDirectoryName(table) is { Length: > 0 } named ? named : ".";
        throw new InputException(
            new InputLocation(table),
            $"found other bytes than {RunRecord.FileName} beside it tells of, expected the files of one run: a run was interrupted, or the file "
            + $"was changed; compare run {option} {directory} makes them anew, and without {RunRecord.FileName} each table is read alone");
    }

    /// <summary>In large pieces: beside a diff of a million rows it is the smaller part of the work, and stays so.</summary>
    private static string HashOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[1 << 16];
        for (var count = file.Read(piece); count > 0; count = file.Read(piece))
        {
            hash.AppendData(piece, 0, count);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static RunRecord Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(TableFile.ReadSmall(path));
            var root = document.RootElement;
            return new RunRecord(
                Text(root, "version"),
                Text(root, "tool"),
                Text(root, "engine"),
                Texts(root, "kernels"),
                Texts(root, "strategies"),
                root.GetProperty("scenarios").GetInt64(),
                Text(root, "matrix"),
                root.TryGetProperty("tables", out _) ? Texts(root, "tables") : ImmutableSortedDictionary<string, string>.Empty);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InputException(
                new InputLocation(path), $"found no record of a run, expected what compare run writes beside its tables: {ControlCharacters.Shown(e.Message)}", e);
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    private static ImmutableSortedDictionary<string, string> Texts(JsonElement element, string name)
        => element.GetProperty(name).EnumerateObject()
            .ToImmutableSortedDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal);
}
