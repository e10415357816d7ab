using Compare.Scenarios;
using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes an outcome table row by row: RFC 4180, UTF-8 without BOM, LF, columns in their fixed order.</summary>
/// <remarks>Rows must come in ordinal order of their key; the writer holds one row, so a table of any length costs no memory.</remarks>
public sealed class OutcomeTableWriter : IDisposable
{
    private static readonly int MeasureCount = OutcomeColumns.Measures.Length;

    private readonly CsvWriter _csv;
    private OutcomeKey? _last;

    /// <summary>Begins a table and writes the header.</summary>
    /// <param name="destination">Where the text goes; see <see cref="AtomicFiles.Compressed"/> for compression.</param>
    /// <param name="leaveOpen">Whether the destination stays open at the end.</param>
    public OutcomeTableWriter(Stream destination, bool leaveOpen = false)
    {
        _csv = CsvTable.Create(destination, OutcomeColumns.All, leaveOpen);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="kernel">Whose fault path.</param>
    /// <param name="strategy">Which predicate.</param>
    /// <param name="cells">The text of each measure; index is <see cref="Measure"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than measures.</exception>
    /// <exception cref="InvalidOperationException">The key does not come after that of the row before.</exception>
    public void Write(Scenario scenario, string kernel, string strategy, ReadOnlySpan<string> cells)
    {
        if (cells.Length != MeasureCount)
        {
            throw new ArgumentException($"{cells.Length} cells for {MeasureCount} measures", nameof(cells));
        }

        WriteScenario(scenario, kernel, strategy);
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.EndRecord();
    }

    /// <summary>Writes a row that was read.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="InvalidOperationException">The key does not come after that of the row before.</exception>
    public void Write(OutcomeRow row)
    {
        WriteScenario(row.Scenario, row.Kernel, row.Strategy);
        for (var i = 0; i < MeasureCount; i++)
        {
            _csv.WriteField(row.Cell((Measure)i).Text);
        }

        _csv.EndRecord();
    }

    /// <summary>Writes what is still held back, and closes the destination unless it is to stay open.</summary>
    public void Dispose() => _csv.Dispose();

    private void WriteScenario(Scenario scenario, string kernel, string strategy)
    {
        var key = new OutcomeKey(scenario.Id, kernel, strategy);
        if (_last is { } last && key <= last)
        {
            throw new InvalidOperationException($"row {key} comes after {last}: rows must be in ordinal order of their key");
        }

        _last = key;
        _csv.WriteField(scenario.Id);
        _csv.WriteField(kernel);
        _csv.WriteField(strategy);
        _csv.Fields(scenario);
    }
}
