namespace Compare.Comparison;

/// <summary>Puts changed rows into classes: by what changed between their outcomes, where tables hold outcomes.</summary>
internal sealed class ChangedRows
{
    private readonly DiffColumns _columns;
    private readonly (string Old, string New) _paths;
    private readonly RowScenarios? _scenarios;
    private readonly OutcomeClassifier? _classifier;
    private readonly OutcomePool _pool = new();
    private readonly Dictionary<long, Found> _known = [];
    private readonly Dictionary<OutcomeChange, ChangedClassRows> _classes = [];
    private readonly string?[] _cells = new string?[OutcomeColumns.Measures.Length];
    private ChangedClassRows? _others;

    public ChangedRows(DiffColumns columns, string oldPath, string newPath)
    {
        _columns = columns;
        _paths = (oldPath, newPath);
        _scenarios = columns.HoldScenarios ? new RowScenarios(newPath, columns) : null;
        var compared = columns.Names.Slice(columns.KeyCount, columns.ComparedCount);
        var measures = 0;
        for (var measure = 0; measure < OutcomeColumns.Measures.Length; measure++)
        {
            measures |= compared.Contains(OutcomeColumns.Measures[measure]) ? 1 << measure : 0;
        }

        _classifier = columns.HoldResults && measures != 0 ? new OutcomeClassifier(measures) : null;
    }

    /// <summary>The classes, worst first; last what is no change of an outcome.</summary>
    public IEnumerable<ChangedClassRows> Classes
    {
        get
        {
            var changes = _classes.OrderBy(item => item.Key).Select(item => item.Value);
            return _others is null ? changes : changes.Append(_others);
        }
    }

    /// <summary>Adds a row that changed.</summary>
    /// <returns>Number of its class.</returns>
    public int Add(TableRow oldRow, TableRow newRow, string kernel, string strategy)
    {
        var scenario = _scenarios?.Of(newRow);
        var (rows, values) = _classifier is null ? new Found(Others(), "") : Find(oldRow, newRow, scenario);
        rows.Add(oldRow, newRow, scenario, kernel, strategy, values);
        return rows.Number;
    }

    private ChangedClassRows ClassOf(OutcomeChange change)
    {
        if (!_classes.TryGetValue(change, out var rows))
        {
            rows = new ChangedClassRows(NextNumber(), change.Severity, change.Title, change.Direction, _columns);
            _classes.Add(change, rows);
        }

        return rows;
    }

    private ChangedClassRows Others() => _others ??= new ChangedClassRows(
        NextNumber(),
        DifferenceSeverity.Bookkeeping,
        _classifier is null ? "columns that differ" : "columns that are no measure",
        DifferenceKind.Other,
        _columns);

    /// <summary>From 1: 0 is no class.</summary>
    private int NextNumber() => _classes.Count + (_others is null ? 1 : 2);

    /// <summary>The class of a row, and the values before and after: the same for the same two outcomes.</summary>
    private Found Find(TableRow oldRow, TableRow newRow, Scenario? scenario)
    {
        var (before, after) = (IdOf(oldRow, scenario, _paths.Old), IdOf(newRow, scenario, _paths.New));
        var key = ((long)before << 32) | (uint)after;
        if (!_known.TryGetValue(key, out var found))
        {
            found = _classifier!.Classify(_pool[before], _pool[after]) is var (change, values)
                ? new Found(ClassOf(change), values)
                : new Found(Others(), "");
            _known.Add(key, found);
        }

        return found;
    }

    private int IdOf(TableRow row, Scenario? scenario, string path)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = _columns.MeasureFields[i] is >= 0 and var field ? row.Text(field) : null;
        }

        return OutcomeText.TryParse(scenario, _cells, out var outcome, out var broken)
            ? _pool.IdOf(new Outcome(outcome.Steps, RowJudge.Judge(scenario, outcome.Steps)))
            : throw new InputException(new InputLocation(path, row.Line, broken.Value.Column), broken.Value.Problem);
    }

    private sealed record Found(ChangedClassRows Rows, string Values);
}
