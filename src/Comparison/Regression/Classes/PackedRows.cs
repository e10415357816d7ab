namespace Compare.Comparison;

/// <summary>Packs rows. Memory grows by 12 bytes for each, and by every list of steps, kernel and strategy that was not there before.</summary>
internal sealed class PackedRows(DiffColumns columns)
{
    private const int ChunkSize = 1 << 16;

    /// <summary>Bits for each axis, in the order of the columns of a scenario.</summary>
    private static readonly int[] Bits = [1, 4, 3, 2, 2, 1, 1];

    private readonly List<PackedRow[]> _chunks = [];
    private readonly int[] _axisFields = [.. columns.ScenarioFields.Skip(1).Take(Bits.Length)];
    private readonly NamePool[] _axes = [.. Bits.Select(_ => new NamePool())];
    private int _inLast = ChunkSize;

    /// <summary>How many rows there are.</summary>
    public int Count => ((_chunks.Count - 1) * ChunkSize) + _inLast;

    /// <summary>The lists of steps.</summary>
    public NamePool Steps { get; } = new();

    /// <summary>Adds a row.</summary>
    public void Add(TableRow row, int kernel, int strategy, int rowClass)
    {
        var axes = 0;
        for (var i = 0; i < Bits.Length; i++)
        {
            axes = (axes << Bits[i]) | _axes[i].CodeOf(row.Field(_axisFields[i]));
        }

        if (_inLast == ChunkSize)
        {
            _chunks.Add(new PackedRow[ChunkSize]);
            _inLast = 0;
        }

        _chunks[^1][_inLast++] = new PackedRow(
            Steps.CodeOf(row.Field(columns.ScenarioFields[^1])), (ushort)axes, (ushort)kernel, (ushort)strategy, (ushort)rowClass);
    }

    /// <summary>The text of an axis of a row; index as in the columns of a scenario, without the id.</summary>
    public string AxisText(PackedRow row, int axis)
    {
        var shift = 0;
        for (var i = Bits.Length - 1; i > axis; i--)
        {
            shift += Bits[i];
        }

        return _axes[axis].Text((row.Axes >> shift) & ((1 << Bits[axis]) - 1));
    }

    /// <summary>All rows, sorted; the chunks are given up on the way.</summary>
    public PackedRow[] TakeSorted()
    {
        var rows = new PackedRow[_chunks.Count == 0 ? 0 : Count];
        for (var i = 0; i < _chunks.Count; i++)
        {
            _chunks[i].AsSpan(0, i == _chunks.Count - 1 ? _inLast : ChunkSize).CopyTo(rows.AsSpan(i * ChunkSize));
        }

        _chunks.Clear();
        _inLast = ChunkSize;
        Array.Sort(rows);
        return rows;
    }
}
