using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compare.Reports;

/// <summary>Writes the record of a run as JSON, always with the same bytes.</summary>
public static class RunRecordWriter
{
    /// <summary>Ends a set of tables with their record, which is put in its place after them.</summary>
    /// <param name="record">The record of the run.</param>
    /// <param name="outputs">The tables, among other files; their streams are closed.</param>
    /// <param name="directory">Where the tables go.</param>
    /// <param name="tables">Their names there.</param>
    public static void Write(RunRecord record, AtomicFiles outputs, string directory, params ReadOnlySpan<string> tables)
    {
        foreach (var name in tables)
        {
            record = record with { Tables = record.Tables.SetItem(name, outputs.HashOf(Path.Combine(directory, name))) };
        }

        Write(record, outputs.Create(Path.Combine(directory, RunRecord.FileName)));
    }

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="destination">Where it goes; stays open.</param>
    public static void Write(RunRecord record, Stream destination)
    {
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(destination, options))
        {
            json.WriteStartObject();
            json.WriteString("version", record.Version);
            json.WriteString("tool", record.Tool);
            json.WriteString("engine", record.Engine);
            WriteAll(json, "kernels", record.Kernels);
            WriteAll(json, "strategies", record.Strategies);
            json.WriteNumber("scenarios", record.Scenarios);
            json.WriteString("matrix", record.Matrix);
            WriteAll(json, "tables", record.Tables);
            json.WriteEndObject();
        }

        destination.WriteByte((byte)'\n');
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> items)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in items)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}
