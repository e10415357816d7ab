namespace Compare.Comparison;

/// <summary>Sorted runs of rows in one file, read as one sorted table.</summary>
internal sealed class MergedRuns : IRowSource
{
    private readonly FileStream _file;
    private readonly PriorityQueue<RowRun, RowRun> _next;

    public MergedRuns(FileStream file, IEnumerable<(long Start, long End)> runs, DiffColumns columns)
    {
        file.Flush();
        _file = file;
        _next = new PriorityQueue<RowRun, RowRun>(Comparer<RowRun>.Create((a, b) =>
        {
            var order = a.Row.CompareKey(b.Row, columns.KeyCount);
            return order != 0 ? order : a.Row.Line.CompareTo(b.Row.Line);
        }));
        foreach (var (start, end) in runs)
        {
            var run = new RowRun(file.SafeFileHandle, start, end, columns.Names.Length);
            if (run.Read())
            {
                _next.Enqueue(run, run);
            }
        }
    }

    public bool Read(TableRow row)
    {
        if (!_next.TryDequeue(out var run, out _))
        {
            return false;
        }

        row.CopyFrom(run.Row);
        if (run.Read())
        {
            _next.Enqueue(run, run);
        }

        return true;
    }

    public void Dispose() => _file.Dispose();
}
