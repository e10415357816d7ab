using CsvHelper;

namespace Compare.Reports;

/// <summary>Writes an outcome table row by row: RFC 4180, UTF-8 without BOM, LF, columns in their fixed order.</summary>
/// <remarks>Rows must come in ordinal order of their key; the writer holds one row, so a table of any length costs no memory.</remarks>
public sealed class OutcomeTableWriter : IDisposable
{
    private static readonly int MeasureCount = OutcomeColumns.Measures.Length;

    private readonly CsvWriter _csv;
    private (string Id, ContenderName Contender)? _last;

    /// <summary>Begins a table and writes the header.</summary>
    /// <param name="destination">Where the text goes; see <see cref="AtomicFiles.Compressed"/> for compression.</param>
    /// <param name="leaveOpen">Whether the destination stays open at the end.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them; such a table is
    /// not read back.</param>
    public OutcomeTableWriter(Stream destination, bool leaveOpen = false, bool spreadsheetSafe = false)
    {
        _csv = CsvTable.Create(destination, OutcomeColumns.All, leaveOpen, spreadsheetSafe);
    }

    /// <summary>Writes the outcomes of a set.</summary>
    /// <param name="outcomes">The set; the next part of a longer one.</param>
    /// <returns>How many rows.</returns>
    public long Write(OutcomeSet outcomes)
    {
        var rows = 0L;
        for (var scenario = 0; scenario < outcomes.Scenarios.Length; scenario++)
        {
            for (var contender = 0; contender < outcomes.Contenders.Length; contender++)
            {
                if (outcomes[scenario, contender] is { } outcome)
                {
                    Write(outcomes.Scenarios[scenario], outcomes.Contenders[contender], outcome);
                    rows++;
                }
            }
        }

        return rows;
    }

    /// <summary>Writes a row.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Kernel and strategy.</param>
    /// <param name="outcome">What it came to.</param>
    /// <exception cref="InvalidOperationException">The key does not come after that of the row before.</exception>
    public void Write(Scenario scenario, ContenderName contender, Outcome outcome)
    {
        var order = _last is { } last ? string.CompareOrdinal(scenario.Id, last.Id) : 1;
        if (order < 0 || (order == 0 && ContenderName.Compare(contender, _last!.Value.Contender) <= 0))
        {
            throw new InvalidOperationException(
                $"row ({scenario.Id}, {contender}) comes after ({_last!.Value.Id}, {_last.Value.Contender}): rows must be in ordinal order of their key");
        }

        _last = (scenario.Id, contender);
        _csv.WriteField(scenario.Id);
        _csv.WriteField(contender.KernelName);
        _csv.WriteField(contender.StrategyName);
        _csv.Fields(scenario);
        for (var i = 0; i < MeasureCount; i++)
        {
            _csv.WriteField(outcome.Text((Measure)i));
        }

        _csv.EndRecord();
    }

    /// <summary>Writes what is still held back, and closes the destination unless it is to stay open.</summary>
    public void Dispose() => _csv.Dispose();
}
