using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes a scenario table row by row: RFC 4180, UTF-8 without BOM, LF, columns in their fixed order.</summary>
public sealed class ScenarioTableWriter : IDisposable
{
    private readonly CsvWriter _csv;
    private string? _last;

    /// <summary>Begins a table and writes the header.</summary>
    /// <param name="destination">Where the text goes; see <see cref="AtomicFiles.Compressed"/> for compression.</param>
    /// <param name="leaveOpen">Whether the destination stays open at the end.</param>
    public ScenarioTableWriter(Stream destination, bool leaveOpen = false)
    {
        _csv = CsvTable.Create(destination, ScenarioColumns.All, leaveOpen);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InvalidOperationException">The id does not come after that of the row before.</exception>
    public void Write(Scenario scenario)
    {
        if (_last is not null && string.CompareOrdinal(scenario.Id, _last) <= 0)
        {
            throw new InvalidOperationException($"scenario {scenario.Id} comes after {_last}: rows must be in ordinal order of their id");
        }

        _last = scenario.Id;
        _csv.WriteField(scenario.Id);
        _csv.Fields(scenario);
        _csv.EndRecord();
    }

    /// <summary>Writes what is still held back, and closes the destination unless it is to stay open.</summary>
    public void Dispose() => _csv.Dispose();
}
