namespace Compare.Comparison;

/// <summary>Finds rows whose key is the same and whose scenario is another one: their outcomes cannot be compared.</summary>
internal sealed class MovedRows(DiffColumns columns)
{
    private const int Shown = 5;
    private readonly int[] _fields = Array.FindAll(
        [.. columns.ScenarioFields], field => field >= columns.KeyCount && field < columns.KeyCount + columns.ComparedCount);

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
    private readonly Dictionary<long, Group> _groups = [];

    /// <summary>Adds a row.</summary>
    public void Add(TableRow row, int kernel, int strategy)
    {
        var contender = ((long)kernel << 32) | (uint)strategy;
        if (!_groups.TryGetValue(contender, out var group))
        {
            _groups.Add(contender, group = new Group(kernel, strategy));
        }

        group.Rows++;
        if (group.First.Count < Shown)
        {
            group.First.Add([.. row.Texts(columns.KeyCount)]);
        }
    }

    /// <summary>The rows in groups: those of a strategy or a kernel that the other table does not have, and the rest.</summary>
    public ImmutableArray<OneSideRows> Groups(
        Func<int, bool> otherHasKernel, Func<int, bool> otherHasStrategy, NamePool kernels, NamePool strategies) => _groups.Count == 0 ? [] :
    [
        .. _groups.Values
            .GroupBy(item => !otherHasStrategy(item.Strategy) ? ("strategy", strategies.Text(item.Strategy))
                : !otherHasKernel(item.Kernel) ? ("kernel", kernels.Text(item.Kernel))
                : ("", ""))
            .OrderBy(group => group.Key.Item1, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Item2, StringComparer.Ordinal)
            .Select(group => new OneSideRows(
                group.Key.Item1,
                group.Key.Item2,
                group.Sum(item => item.Rows),
                group.Key.Item1.Length > 0
                    ? []
                    : [.. group.SelectMany(item => item.First).OrderBy(key => string.Join('\0', key), StringComparer.Ordinal).Take(Shown)])),
    ];

    private sealed class Group(int kernel, int strategy)
    {
        public int Kernel => kernel;

        public int Strategy => strategy;

        public long Rows { get; set; }

        public List<ImmutableArray<string>> First { get; } = [];
    }
}
