namespace Compare.Comparison;

/// <summary>Rows that both tables have as points of conditions, each point once. Memory grows by 12 bytes for each row, and by every list of
/// steps, kernel and strategy that was not there before.</summary>
internal sealed class RowPoints(DiffColumns columns, NamePool kernels, NamePool strategies)
{
    private const int ChunkSize = 1 << 16;

    /// <summary>Bits for each axis, in the order of the columns of a scenario.</summary>
    private static readonly int[] Bits = [1, 4, 3, 2, 2, 1, 1];

    private static readonly ImmutableArray<string> Names = [.. ConditionPoints.ScenarioNames, "kernel", "strategy"];
    private readonly List<Row[]> _chunks = [];
    private readonly int[] _axisFields = [.. columns.ScenarioFields.Skip(1).Take(Bits.Length)];
    private readonly NamePool[] _axes = [.. Bits.Select(_ => new NamePool())];
    private readonly NamePool _steps = new();
    private int _inLast = ChunkSize;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kernel">Number of its kernel.</param>
    /// <param name="strategy">Number of its strategy.</param>
    /// <param name="rowClass">Number of its class; 0 where nothing changed.</param>
    public void Add(TableRow row, int kernel, int strategy, int rowClass)
    {
        var axes = 0;
        for (var i = 0; i < Bits.Length; i++)
        {
            axes = (axes << Bits[i]) | _axes[i].CodeOf(row.Field(_axisFields[i]));
        }

        if (_inLast == ChunkSize)
        {
            _chunks.Add(new Row[ChunkSize]);
            _inLast = 0;
        }

        _chunks[^1][_inLast++] = new Row(
            _steps.CodeOf(row.Field(columns.ScenarioFields[^1])), (ushort)axes, (ushort)kernel, (ushort)strategy, (ushort)rowClass);
    }

    /// <summary>Finds which rows are in each class: exactly, where a few terms can say it; else what they have in common.</summary>
    /// <param name="classes">Numbers of classes, each with at least one row.</param>
    /// <param name="jobs">Number of threads; the conditions do not depend on it.</param>
    public RowCondition[] ConditionsOf(IReadOnlyList<int> classes, int jobs)
    {
        var rows = TakeSorted();
        var starts = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || !rows[i].IsAt(rows[i - 1]))
            {
                starts.Add(i);
            }
        }

        starts.Add(rows.Length);
        var count = starts.Count - 1;
        var steps = Enumerable.Range(0, _steps.Count).Select(code => PartsOf(_steps.Text(code))).ToArray();
        var finder = new ConditionFinder(ConditionPoints.Of(Names, count, (column, point) => TextOf(rows[starts[point]], column, steps)));
        var found = new RowCondition[classes.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => found[i] = ConditionOf(classes[i]));
        return found;

        int RowsAt(int point) => starts[point + 1] - starts[point];

        RowCondition ConditionOf(int rowClass)
        {
            var (isIn, isMixed) = (new bool[count], false);
            for (var point = 0; point < count; point++)
            {
                var inClass = 0;
                foreach (var row in rows.AsSpan(starts[point], RowsAt(point)))
                {
                    inClass += row.Class == rowClass ? 1 : 0;
                }

                isIn[point] = inClass > 0;
                isMixed |= inClass > 0 && inClass < RowsAt(point);
            }

            var (condition, holds) = finder.FindShort(isIn, isMixed);
            var held = Enumerable.Range(0, count).Where(holds ?? (point => isIn[point])).Sum(point => (long)RowsAt(point));
            return new RowCondition(condition, IsExact: holds is null, held);
        }
    }

    /// <summary>The derived columns of a list of steps: the verb of the last one, its place, the steps before it.</summary>
    private static (string Access, string At, string Prior) PartsOf(string steps)
    {
        var end = steps.LastIndexOf(' ');
        var last = steps[(end + 1)..].Split('@');
        return (last[0], last.Length > 1 ? last[1] : Axes.Places.All[0], end < 0 ? "none" : steps[..end]);
    }

    private string TextOf(Row row, int column, (string Access, string At, string Prior)[] steps) => (column - Bits.Length) switch
    {
        0 => steps[row.Steps].Access,
        1 => steps[row.Steps].At,
        2 => steps[row.Steps].Prior,
        3 => kernels.Text(row.Kernel),
        4 => strategies.Text(row.Strategy),
        _ => _axes[column].Text((row.Axes >> Bits[(column + 1)..].Sum()) & ((1 << Bits[column]) - 1)),
    };

    /// <summary>All rows, sorted; the chunks are given up on the way.</summary>
    private Row[] TakeSorted()
    {
        var rows = new Row[_chunks.Count == 0 ? 0 : ((_chunks.Count - 1) * ChunkSize) + _inLast];
        for (var i = 0; i < _chunks.Count; i++)
        {
            _chunks[i].AsSpan(0, i == _chunks.Count - 1 ? _inLast : ChunkSize).CopyTo(rows.AsSpan(i * ChunkSize));
        }

        _chunks.Clear();
        _inLast = ChunkSize;
        Array.Sort(rows);
        return rows;
    }

    /// <summary>What conditions need of a row, in 12 bytes: where it stands in their columns, and its class.</summary>
    private readonly record struct Row(int Steps, ushort Axes, ushort Kernel, ushort Strategy, ushort Class) : IComparable<Row>
    {
        private UInt128 Place => new((uint)Steps, ((ulong)Axes << 32) | ((ulong)Kernel << 16) | Strategy);

        /// <summary>Rows that stand at one point lie together, ordered by class.</summary>
        public int CompareTo(Row other)
        {
            var order = Place.CompareTo(other.Place);
            return order != 0 ? order : Class.CompareTo(other.Class);
        }

        /// <summary>Whether another row is the same in every column of conditions.</summary>
        public bool IsAt(Row other) => Place == other.Place;
    }
}
