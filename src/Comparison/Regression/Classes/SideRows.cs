namespace Compare.Comparison;

/// <summary>Finds rows whose key is the same and whose scenario is another one: their outcomes cannot be compared.</summary>
internal sealed class MovedRows(DiffColumns columns)
{
    private const int Shown = 5;
    private readonly int[] _fields =
        [.. columns.ScenarioFields.Where(field => field >= columns.KeyCount && field < columns.KeyCount + columns.ComparedCount)];

    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<RowWitness> _first = [];
    private long _rows;

    /// <summary>What was found; null if nothing was.</summary>
    public MovedScenarios? Found => _rows == 0 ? null : new MovedScenarios(_rows, [.. _changed], [.. _first]);

    /// <summary>Looks at a row that changed.</summary>
    /// <returns>Whether its scenario did.</returns>
    public bool Add(TableRow oldRow, TableRow newRow)
    {
        var moved = Array.FindAll(_fields, field => !oldRow.HasSameFields(newRow, field, 1));
        if (moved.Length == 0)
        {
            return false;
        }

        _rows++;
        _changed.UnionWith(moved.Select(field => columns.Names[field]));
        if (_first.Count < Shown)
        {
            _first.Add(new RowWitness(
                [.. newRow.Texts(columns.KeyCount)],
                null,
                "",
                "",
                [.. moved.Select(field => new CellChange(columns.Names[field], oldRow.Text(field), newRow.Text(field)))]));
        }

        return true;
    }
}

/// <summary>Counts rows that one table alone has, by kernel and strategy.</summary>
internal sealed class UnmatchedRows(DiffColumns columns)
{
    private const int Shown = 5;
    private readonly Dictionary<(int Kernel, int Strategy), (long Rows, List<ImmutableArray<string>> First)> _groups = [];

    /// <summary>Adds a row.</summary>
    public void Add(TableRow row, int kernel, int strategy)
    {
        if (!_groups.TryGetValue((kernel, strategy), out var group))
        {
            group.First = [];
        }

        if (group.First.Count < Shown)
        {
            group.First.Add([.. row.Texts(columns.KeyCount)]);
        }

        _groups[(kernel, strategy)] = (group.Rows + 1, group.First);
    }

    /// <summary>The rows in groups: those of a strategy or a kernel that the other table does not have, and the rest.</summary>
    public ImmutableArray<OneSideRows> Groups(Func<int, bool> otherHasKernel, Func<int, bool> otherHasStrategy, NamePool kernels, NamePool strategies) =>
    [
        .. _groups
            .GroupBy(item => !otherHasStrategy(item.Key.Strategy) ? ("strategy", strategies.Text(item.Key.Strategy))
                : !otherHasKernel(item.Key.Kernel) ? ("kernel", kernels.Text(item.Key.Kernel))
                : ("", ""))
            .OrderBy(group => group.Key.Item1, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Item2, StringComparer.Ordinal)
            .Select(group => new OneSideRows(
                group.Key.Item1,
                group.Key.Item2,
                group.Sum(item => item.Value.Rows),
                group.Key.Item1.Length > 0
                    ? []
                    : [.. group.SelectMany(item => item.Value.First).OrderBy(key => string.Join('\0', key), StringComparer.Ordinal).Take(Shown)])),
    ];
}
