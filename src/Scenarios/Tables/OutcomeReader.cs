using System.Globalization;

namespace Compare.Scenarios;

/// <summary>Reads the rows of an outcome table. Equal cells, names and scenarios become one object each.</summary>
internal sealed class OutcomeReader
{
    private const int Kernel = 1;
    private const int Strategy = 2;

    private static readonly int FirstMeasure = OutcomeColumns.All.Length - OutcomeColumns.Measures.Length;

    private readonly TableRecords _rows;
    private readonly ScenarioReader _scenarioReader;
    private readonly Dictionary<string, Scenario> _scenarios = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<OutcomeKey, OutcomeRow> _found = [];
    private readonly Dictionary<string, long> _firstLines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MeasureCell>[] _cells =
        [.. OutcomeColumns.Measures.Select(_ => new Dictionary<string, MeasureCell>(StringComparer.Ordinal))];

    public OutcomeReader(TableRecords rows)
    {
        _rows = rows;
        _scenarioReader = new ScenarioReader(rows);
    }

    public OutcomeTable Read()
    {
        while (_rows.Read())
        {
            var row = ReadRow();
            if (!_found.TryAdd(row.Key, row))
            {
                throw _rows.Error(
                    null,
                    $"found {row.Key} again, which line {Text(_found[row.Key].Line)} has already; expected (id, kernel, strategy) unique in the file");
            }
        }

        if (_found.Count == 0)
        {
            throw _rows.Error(null, "found a header without rows, expected at least one outcome", line: 1);
        }

        var sorted = _found.Values.ToArray();
        Array.Sort(sorted, (a, b) => a.Key.CompareTo(b.Key));
        return new OutcomeTable(_rows.Path, [.. sorted], _rows.Extra);
    }

    private OutcomeRow ReadRow()
    {
        var scenario = ReadScenario();
        var kernel = Name(Kernel);
        var strategy = Name(Strategy);
        var cells = new MeasureCell[OutcomeColumns.Measures.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell((Measure)i);
        }

        var row = new OutcomeRow(scenario, kernel, strategy, [.. cells], _rows.Line);
        return OutcomeRules.Check(row) is { } broken
            ? throw _rows.Error(broken.Column, broken.Problem)
            : row;
    }

    /// <summary>The scenario of the row: the same as that of every other row with its id.</summary>
    private Scenario ReadScenario()
    {
        var scenario = _scenarioReader.Read(_scenarios.GetAlternateLookup<ReadOnlySpan<char>>());
        if (_scenarios.TryAdd(scenario.Id, scenario))
        {
            _firstLines.Add(scenario.Id, _rows.Line);
            return scenario;
        }

        var first = _scenarios[scenario.Id];
        if (first.Equals(scenario))
        {
            return first;
        }

        var column = ScenarioColumns.All.First(name => ScenarioColumns.Text(first, name) != ScenarioColumns.Text(scenario, name));
        throw _rows.Error(
            column,
            $"found '{ScenarioColumns.Text(scenario, column)}' for {Problem.Quote(scenario.Id)}, expected "
            + $"'{ScenarioColumns.Text(first, column)}' as in line {Text(_firstLines[scenario.Id])}: one id is one scenario");
    }

    private string Name(int column)
    {
        var field = _rows.Text(column);
        if (field.IsEmpty)
        {
            throw _rows.Error(_rows.Columns[column], "found nothing, expected a name");
        }

        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(field, out var known))
        {
            return known;
        }

        var name = field.ToString();
        _names.Add(name);
        return name;
    }

    private MeasureCell Cell(Measure measure)
    {
        var column = FirstMeasure + (int)measure;
        var field = _rows.Text(column);
        var cells = _cells[(int)measure];
        if (cells.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(field, out var known))
        {
            return known;
        }

        var text = field.ToString();
        if (!MeasureCell.TryParse(measure, text, out var cell, out var problem))
        {
            throw _rows.Error(_rows.Columns[column], problem);
        }

        cells.Add(text, cell);
        return cell;
    }

    private static string Text(long line) => line.ToString(CultureInfo.InvariantCulture);
}
