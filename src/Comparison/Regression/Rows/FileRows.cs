using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>The rows of a file as they come, of those that a filter admits, each value known to be one that its column may hold.</summary>
internal sealed class FileRows : IDisposable
{
    private readonly TableRecords _records;
    private readonly DiffColumns _columns;
    private readonly int[] _positions;
    private readonly FieldCheck?[] _checks;
    private readonly Func<FilterSubject, bool>? _admits;
    private readonly RowScenarios? _scenarios;
    private readonly NamePool _names = new();
    private bool _hasRows;

    public FileRows(string path, DiffColumns columns, Func<FilterSubject, bool>? admits)
    {
        _records = new TableRecords(path);
        _columns = columns;
        _positions = columns.PositionsIn(_records.Header);
        _checks = [.. columns.Names.Select(FieldCheck.Of)];
        _admits = admits;
        _scenarios = admits is null ? null : new RowScenarios(path, columns);
    }

    /// <summary>Where each column of the key stands in the file, counted from 1.</summary>
    public IEnumerable<int> KeyPlaces => _positions.Take(_columns.KeyCount).Select(position => position + 1);

    /// <summary>Reads the next row.</summary>
    /// <param name="row">Filled with it.</param>
    /// <param name="known">A row of either table that was read before, or an empty one: what is the same as it needs no check.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InputException">What comes next is no row, or holds what it may not.</exception>
    public bool Read(TableRow row, TableRow known)
    {
        do
        {
            if (!_records.Read())
            {
                return _hasRows ? false : throw _records.Error(null, "found a header without rows, expected at least one row", line: 1);
            }

            _hasRows = true;
            Fill(row);
            if (!row.HasSameFields(known))
            {
                Check(row);
            }
        }
        while (_admits is not null && !_admits(SubjectOf(row)));

        return true;
    }

    public void Dispose() => _records.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(TableRow row)
    {
        row.Begin(_records.Line);
        foreach (var position in _positions)
        {
            row.Add(_records.Field(position));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Check(TableRow row)
    {
        for (var i = 0; i < _checks.Length; i++)
        {
            if (_checks[i]?.Refuse(row.Field(i)) is { } problem)
            {
                throw _records.Error(_columns.Names[i], problem);
            }
        }
    }

    private FilterSubject SubjectOf(TableRow row)
    {
        var kernel = _names.Text(_names.CodeOf(row.Field(_columns.Kernel)));
        var strategy = _names.Text(_names.CodeOf(row.Field(_columns.Strategy)));
        return new FilterSubject(_scenarios!.Of(row), kernel, strategy);
    }
}
