using CsvHelper;

namespace Compare.Reports;

/// <summary>
/// Writes a table of differences row by row: scenario and kernel, kind, direction and whether real kernels did the same, then for each measure the value of each strategy
/// (<c>result.original</c>, <c>result.v2</c>, …).
/// </summary>
/// <remarks>Rows must come in ordinal order of (id, kernel).</remarks>
public sealed class DifferenceTableWriter : IDisposable
{
    private readonly CsvWriter _csv;
    private readonly string[] _strategies;

    /// <summary>Begins a table and writes the header.</summary>
    /// <param name="destination">Where the text goes; closed at the end.</param>
    /// <param name="strategies">Names of the strategies, in ordinal order.</param>
    /// <param name="spreadsheetSafe">Whether cells that a spreadsheet would take for formulas have an apostrophe before them; such a table is
    /// not read back.</param>
    public DifferenceTableWriter(Stream destination, IEnumerable<string> strategies, bool spreadsheetSafe = false)
    {
        _strategies = [.. strategies];
        string[] header =
        [
            ScenarioColumns.All[0],
            "kernel",
            .. ScenarioColumns.All.Skip(1),
            "kind",
            "direction",
            "observed",
            .. OutcomeColumns.Measures.SelectMany(measure => _strategies.Select(strategy => $"{measure}.{strategy}")),
        ];
        _csv = CsvTable.Create(destination, header, spreadsheetSafe: spreadsheetSafe);
    }

    /// <summary>Writes a row.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="isObserved">Whether real kernels did the same for each strategy; none where one was not observed.</param>
    public void Write(ScenarioDifference difference, bool? isObserved)
    {
        _csv.WriteField(difference.Scenario.Id);
        _csv.WriteField(difference.Kernel);
        _csv.Fields(difference.Scenario);
        _csv.WriteField(KindOf(difference));
        _csv.WriteField(Direction(difference.Kind));
        _csv.WriteField(isObserved switch { true => "yes", false => "contradicted", null => "no" });
        foreach (var measure in Enum.GetValues<Measure>())
        {
            _csv.Fields(_strategies.Select(strategy => difference.Text(strategy, measure)));
        }

        _csv.EndRecord();
    }

    /// <summary>Writes what is still held back, and closes the destination.</summary>
    public void Dispose() => _csv.Dispose();

    /// <summary>What differs first.</summary>
    internal static string KindOf(ScenarioDifference difference) => difference.Has(Measure.Result) ? "result"
        : difference.Has(Measure.Page) ? "page"
        : difference.Has(Measure.JournalStarts) || difference.Has(Measure.IomapStarts) ? "journal"
        : difference.FirstMeasure is null ? "rules"
        : "other";

    /// <summary>Who is right.</summary>
    internal static string Direction(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Fixed => "fixed",
        DifferenceKind.Broken => "broken",
        _ => "other",
    };
}
