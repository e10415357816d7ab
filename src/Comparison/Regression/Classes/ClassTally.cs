using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Counts the rows of one class.</summary>
internal sealed class ClassTally(int number, DifferenceSeverity severity, string title, DiffColumns columns)
{
    private readonly long[] _cells = new long[columns.Names.Length];
    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kernels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _strategies = new(StringComparer.Ordinal);
    private DifferenceDirection? _direction;
    private RowWitness? _witness;
    private (int Steps, int OffCentre) _witnessSize;
    private long _rows;

    /// <summary>Number of the class; 0 is no class.</summary>
    public int Number => number;

    /// <summary>Adds a row.</summary>
    public void Add(TableRow oldRow, TableRow newRow, Scenario? scenario, string kernel, string strategy, DifferenceDirection direction, string values)
    {
        _rows++;
        _direction = _direction is null || _direction == direction ? direction : DifferenceDirection.Other;
        _kernels.Add(kernel);
        _strategies.Add(strategy);
        if (values.Length > 0)
        {
            _values[values] = _values.GetValueOrDefault(values) + 1;
        }

        for (var i = columns.KeyCount; i < columns.KeyCount + columns.ComparedCount; i++)
        {
            _cells[i] += oldRow.HasSameFields(newRow, i, 1) ? 0 : 1;
        }

        var size = scenario is null ? default : RowSize.Of(scenario);
        if (_witness is null || size.CompareTo(_witnessSize) < 0)
        {
            _witness = WitnessOf(oldRow, newRow, scenario, kernel, strategy);
            _witnessSize = size;
        }
    }

    /// <summary>The class as it was counted.</summary>
    public ChangedClass ToClass(RowCondition? condition) => new(
        severity,
        title,
        _direction ?? DifferenceDirection.Other,
        _rows,
        [.. _values.Select(item => (item.Key, item.Value)).OrderByDescending(item => item.Value).ThenBy(item => item.Key, StringComparer.Ordinal)],
        [.. Enumerable.Range(0, _cells.Length).Where(i => _cells[i] > 0).Select(i => (columns.Names[i], _cells[i]))],
        [.. _kernels.Where(name => name.Length > 0).Order(StringComparer.Ordinal)],
        [.. _strategies.Where(name => name.Length > 0).Order(StringComparer.Ordinal)],
        condition,
        _witness!);

    private RowWitness WitnessOf(TableRow oldRow, TableRow newRow, Scenario? scenario, string kernel, string strategy) => new(
        [.. newRow.Texts(columns.KeyCount)],
        scenario,
        kernel,
        strategy,
        [
            .. Enumerable.Range(columns.KeyCount, columns.ComparedCount)
                .Where(i => !oldRow.HasSameFields(newRow, i, 1))
                .Select(i => new CellChange(columns.Names[i], oldRow.Text(i), newRow.Text(i))),
        ]);
}
