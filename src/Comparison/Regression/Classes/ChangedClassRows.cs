namespace Compare.Comparison;

/// <summary>Counts the rows of one class.</summary>
/// <param name="number">Number of the class; 0 is no class.</param>
/// <param name="severity">How much it matters.</param>
/// <param name="title">What changed.</param>
/// <param name="direction">Which way a result changed.</param>
/// <param name="columns">The columns of the rows.</param>
internal sealed class ChangedClassRows(int number, DifferenceSeverity severity, string title, DifferenceKind direction, DiffColumns columns)
{
    private readonly long[] _cells = new long[columns.Names.Length];
    private readonly Dictionary<string, long> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kernels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _strategies = new(StringComparer.Ordinal);
    private RowWitness? _witness;
    private (int Steps, int OffCentre) _witnessSize;
    private long _rows;

    /// <summary>Number of the class.</summary>
    public int Number => number;

    /// <summary>Adds a row.</summary>
    public void Add(TableRow oldRow, TableRow newRow, Scenario? scenario, string kernel, string strategy, string values)
    {
        _rows++;
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

        var size = scenario is null ? default : scenario.Size;
        if (_witness is null || size.CompareTo(_witnessSize) < 0)
        {
            _witness = new RowWitness([.. newRow.Texts(columns.KeyCount)], scenario, kernel, strategy, [.. CellChange.Between(oldRow, newRow, columns)]);
            _witnessSize = size;
        }
    }

    /// <summary>The class as it was counted.</summary>
    public ChangedClass ToClass(RowCondition? condition) => new(
        severity,
        title,
        direction,
        _rows,
        [.. _values.Select(item => (item.Key, item.Value)).OrderByDescending(item => item.Value).ThenBy(item => item.Key, StringComparer.Ordinal)],
        [.. Enumerable.Range(0, _cells.Length).Where(i => _cells[i] > 0).Select(i => (columns.Names[i], _cells[i]))],
        [.. _kernels.Where(name => name.Length > 0).Order(StringComparer.Ordinal)],
        [.. _strategies.Where(name => name.Length > 0).Order(StringComparer.Ordinal)],
        condition,
        _witness!);
}
