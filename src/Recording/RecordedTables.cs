using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Compare.Recording;

/// <summary>What the recorded tables of a folder were made with: its <c>run.json</c>, an entry for each table.</summary>
public sealed class RecordedTables
{
    private const string Image = "image";
    private const string Module = "ext4";

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _entries;

    private RecordedTables(string path, JsonObject entries) => (Path, _entries) = (path, entries);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Those of the folder of a table.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="InputException">The file there tells of something else.</exception>
    public static RecordedTables Beside(string table)
    {
        if (RunRecordReader.IsNameOfRun(table))
        {
            throw new InputException(new InputLocation(table), "found the name that compare run gives its table, expected another: run.json beside them differs");
        }

        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(table) ?? "", RunRecord.FileName);
        if (!File.Exists(path))
        {
            return new(path, []);
        }

        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is JsonObject entries && entries.All(entry => Text(entry.Value, Image) is not null))
            {
                return new(path, entries);
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputLocation(path), $"cannot be read: {e.Message}", e);
        }

        throw new InputException(new InputLocation(path), "found a file that tells of no recorded tables, expected none or one that record wrote; another folder for --out leaves it alone");
    }

    /// <summary>Refuses to go on with a table that another kernel recorded.</summary>
    /// <param name="table">The table.</param>
    /// <param name="image">SHA-256 of the kernel's image.</param>
    /// <param name="module">SHA-256 of ext4's source with its change; null where the kernel's own was taken.</param>
    /// <exception cref="InputException">It did, or nothing tells which did.</exception>
    public void RequireSame(string table, string image, string? module)
    {
        if (Text(_entries[System.IO.Path.GetFileName(table)], Module) is var text && text != module)
        {
            throw new InputException(
                new InputLocation(Path),
                $"found that {(text is null ? "the kernel's own ext4" : $"ext4 with text {text}")} recorded {System.IO.Path.GetFileName(table)}, expected the same to go on with, not {module ?? "the kernel's own"}");
        }

        var found = Text(_entries[System.IO.Path.GetFileName(table)], Image);
        if (found != image)
        {
            throw new InputException(
                new InputLocation(Path),
                found is null
                    ? $"found nothing about {System.IO.Path.GetFileName(table)}, expected what recorded it; --out with a new name records all anew"
                    : $"found that the kernel with image {found} recorded {System.IO.Path.GetFileName(table)}, expected the same to go on with, not {image}");
        }
    }

    /// <summary>Writes the entries, that of a table renewed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="origin">What made it.</param>
    /// <param name="hash">SHA-256 of the table.</param>
    /// <param name="destination">Where to; stays open.</param>
    public void Write(string table, RecordingOrigin origin, string hash, Stream destination)
    {
        var entry = new JsonObject
        {
            ["release"] = origin.Release,
            [Image] = origin.Image,
            ["qemu"] = origin.Qemu,
            ["recorder"] = origin.Recorder,
            ["sha256"] = hash,
        };
        if (origin.Module is { } module)
        {
            entry["source"] = module.Source;
            entry["compiler"] = module.Compiler;
            entry[Module] = module.Text;
        }

        _entries[System.IO.Path.GetFileName(table)] = entry;
        using (var json = new Utf8JsonWriter(destination, Layout))
        {
            _entries.WriteTo(json);
        }

        destination.WriteByte((byte)'\n');
    }

    private static string? Text(JsonNode? entry, string name)
        => entry is JsonObject values && values[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
