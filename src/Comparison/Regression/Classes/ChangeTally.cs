using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Puts changed rows into classes.</summary>
internal sealed class ChangeTally
{
    private readonly DiffColumns _columns;
    private readonly (string Old, string New) _paths;
    private readonly RowScenarios? _scenarios;
    private readonly OutcomeClassifier? _classifier;
    private readonly Dictionary<(OutcomeChange? Change, string Title), ClassTally> _classes = [];
    private readonly Dictionary<OutcomeChange, string> _titles = [];

    public ChangeTally(DiffColumns columns, string oldPath, string newPath)
    {
        _columns = columns;
        _paths = (oldPath, newPath);
        _scenarios = columns.HoldScenarios ? new RowScenarios(newPath, columns) : null;
        var compared = columns.Names.Slice(columns.KeyCount, columns.ComparedCount);
        var measures = Enum.GetValues<Measure>().Where(measure => compared.Contains(OutcomeColumns.Name(measure))).ToArray();
        _classifier = columns.HoldOutcomes && measures.Length > 0 ? new OutcomeClassifier(measures) : null;
    }

    /// <summary>The classes with their changes, worst first.</summary>
    public IEnumerable<ClassTally> Classes => _classes
        .OrderBy(item => item.Key.Change is null)
        .ThenBy(item => item.Key.Change is { } change ? Order(change) : default)
        .ThenBy(item => item.Key.Title, StringComparer.Ordinal)
        .Select(item => item.Value);

    /// <summary>Adds a row that changed.</summary>
    /// <returns>Number of its class.</returns>
    public int Add(TableRow oldRow, TableRow newRow, string kernel, string strategy)
    {
        var scenario = _scenarios?.Of(newRow);
        if (_classifier is null || scenario is null)
        {
            return AddOther(oldRow, newRow, scenario, kernel, strategy);
        }

        var before = RowOutcome.CellsOf(oldRow, scenario, _columns, _paths.Old);
        var after = RowOutcome.CellsOf(newRow, scenario, _columns, _paths.New);
        if (_classifier.Classify(new Outcome([.. before], 0), new Outcome([.. after], 0)) is not { } found)
        {
            return AddOther(oldRow, newRow, scenario, kernel, strategy);
        }

        if (!_titles.TryGetValue(found.Change, out var title))
        {
            title = found.Change.Title;
            _titles.Add(found.Change, title);
        }

        var tally = Tally((found.Change, title), found.Change.Severity);
        var direction = (found.Change.Kind, found.Change.From, found.Change.To) switch
        {
            (ChangeKind.Result, ResultKind.Ok, not ResultKind.Ok) => DifferenceDirection.Broken,
            (ChangeKind.Result, not ResultKind.Ok, ResultKind.Ok) => DifferenceDirection.Fixed,
            _ => DifferenceDirection.Other,
        };
        tally.Add(oldRow, newRow, scenario, kernel, strategy, direction, found.Values);
        return tally.Number;
    }

    private static (DifferenceSeverity, bool, ChangeKind, ResultKind, ResultKind, int) Order(OutcomeChange change)
        => (change.Severity, change.IsEarlier, change.Kind, change.From, change.To, change.Time);

    private int AddOther(TableRow oldRow, TableRow newRow, Scenario? scenario, string kernel, string strategy)
    {
        var tally = Tally((null, _classifier is null ? "columns that differ" : "columns that are no measure"), DifferenceSeverity.Bookkeeping);
        tally.Add(oldRow, newRow, scenario, kernel, strategy, DifferenceDirection.Other, "");
        return tally.Number;
    }

    private ClassTally Tally((OutcomeChange? Change, string Title) key, DifferenceSeverity severity)
    {
        if (!_classes.TryGetValue(key, out var tally))
        {
            tally = new ClassTally(_classes.Count + 1, severity, key.Title, _columns);
            _classes.Add(key, tally);
        }

        return tally;
    }
}
