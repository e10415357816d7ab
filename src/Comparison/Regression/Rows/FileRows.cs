using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>
/// The rows of a file as they come, of those that a filter admits, each value known to be one that its column may hold. A thread of its own
/// reads ahead, into a few batches that are used again.
/// </summary>
/// <remarks>An error waits in its place: it is thrown when the rows before it were taken.</remarks>
internal sealed class FileRows : IDisposable
{
    private const int BatchCount = 4;
    private const int BatchSize = 1024;

    /// <summary>A batch of this many bytes is full too: wide rows take no more memory than others.</summary>
    private const int BatchBytes = 1 << 20;

    private readonly TableRecords _records;
    private readonly DiffColumns _columns;
    private readonly int[] _positions;
    private readonly FieldCheck?[] _checks;
    private readonly Func<FilterSubject, bool>? _admits;
    private readonly RowScenarios? _scenarios;
    private readonly NamePool _names = new();
    private readonly TableRow?[][] _batches = new TableRow?[BatchCount][];
    private readonly int[] _counts = new int[BatchCount];
    private readonly bool[] _areLast = new bool[BatchCount];

    /// <summary>One less than there are: the batch before the current one is kept, so that the row before stays valid.</summary>
    private readonly SemaphoreSlim _free = new(BatchCount - 1);
    private readonly SemaphoreSlim _filled = new(0);
    private readonly Task _reading;
    private volatile bool _isClosed;
    private bool _hasRows;
    private int _batch = -1;
    private int _next;

    public FileRows(string path, DiffColumns columns, Func<FilterSubject, bool>? admits)
    {
        _records = new TableRecords(path);
        _columns = columns;
        _positions = columns.PositionsIn(_records.Header);
        _checks = [.. columns.Names.Select(FieldCheck.Of)];
        _admits = admits;
        _scenarios = admits is null ? null : new RowScenarios(path, columns);
        _reading = Task.Factory.StartNew(ReadAhead, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Where each column of the key stands in the file, counted from 1.</summary>
    public IEnumerable<int> KeyPlaces => _positions.Take(_columns.KeyCount).Select(position => position + 1);

    /// <summary>Takes the next row.</summary>
    /// <returns>The row, valid until two more are taken; <see langword="null"/> after the last one.</returns>
    /// <exception cref="InputException">What comes next is no row, or holds what it may not.</exception>
    public TableRow? Read()
    {
        if (_batch < 0 || (_next == _counts[_batch] && !_areLast[_batch]))
        {
            if (_batch >= 0)
            {
                _free.Release();
            }

            _filled.Wait();
            _batch = (_batch + 1) % BatchCount;
            _next = 0;
        }

        if (_next < _counts[_batch])
        {
            return _batches[_batch][_next++];
        }

        // Only the last batch can be empty: reading has ended, well or not.
        _reading.GetAwaiter().GetResult();
        return null;
    }

    public void Dispose()
    {
        _isClosed = true;
        _free.Release();
        Task.WaitAny(_reading);
        _records.Dispose();
        _free.Dispose();
        _filled.Dispose();
    }

    private void ReadAhead()
    {
        TableRow? last = null;
        for (var batch = 0; ; batch = (batch + 1) % BatchCount)
        {
            _free.Wait();
            if (_isClosed)
            {
                return;
            }

            _batches[batch] ??= new TableRow?[BatchSize];
            (_counts[batch], _areLast[batch]) = (0, true);
            try
            {
                _areLast[batch] = !Fill(_batches[batch], ref _counts[batch], last);
            }
            finally
            {
                _filled.Release();
            }

            if (_areLast[batch])
            {
                return;
            }

            last = _batches[batch][_counts[batch] - 1];
        }
    }

    /// <summary>Fills a batch, unless the file ends.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="count">Rows in it, also where an error ends the reading.</param>
    /// <param name="last">The row before them.</param>
    /// <returns>Whether the batch is full.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Fill(TableRow?[] batch, ref int count, TableRow? last)
    {
        for (var bytes = 0; count < BatchSize && bytes < BatchBytes;)
        {
            if (!_records.Read())
            {
                return _hasRows ? false : throw _records.Error(null, "found a header without rows, expected at least one row", line: 1);
            }

            _hasRows = true;
            var row = batch[count] is { IsSmall: true } kept ? kept : batch[count] = new TableRow(_positions.Length);
            row.Begin(_records.Line);
            foreach (var position in _positions)
            {
                row.Add(_records.Field(position));
            }

            Check(row, last);
            if (_admits is null || _admits(SubjectOf(row)))
            {
                last = row;
                count++;
                bytes += row.Capacity;
            }
        }

        Array.Clear(batch, count, BatchSize - count);
        return true;
    }

    /// <summary>Checks each field that is not the same in a row that was checked before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Check(TableRow row, TableRow? known)
    {
        for (var i = Next(0); i < _checks.Length; i = Next(i + 1))
        {
            if (_checks[i]?.Refuse(row.Field(i)) is { } problem)
            {
                throw _records.Error(_columns.Names[i], problem);
            }
        }

        int Next(int from) => known is null ? from : row.NextDifferent(known, from);
    }

    private FilterSubject SubjectOf(TableRow row)
    {
        var kernel = _names.Text(_names.CodeOf(row.Field(_columns.Kernel)));
        var strategy = _names.Text(_names.CodeOf(row.Field(_columns.Strategy)));
        return new FilterSubject(_scenarios!.Of(row), kernel, strategy);
    }
}
