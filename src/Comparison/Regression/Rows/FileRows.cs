using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The rows of a file as they come, each value known to be one that its column may hold.</summary>
internal sealed class FileRows : IRowSource
{
    private readonly TableRecords _records;
    private readonly int[] _positions;
    private readonly FieldCheck?[] _checks;
    private long _rows;

    public FileRows(string path, DiffColumns columns)
    {
        _records = new TableRecords(path);
        _positions = columns.PositionsIn(_records.Header);
        _checks = [.. columns.Names.Select(FieldCheck.Of)];
    }

    public bool Read(TableRow row)
    {
        if (!_records.Read())
        {
            return _rows > 0 ? false : throw _records.Error(null, "found a header without rows, expected at least one row", line: 1);
        }

        _rows++;
        row.Begin(_records.Line);
        for (var i = 0; i < _positions.Length; i++)
        {
            var field = _records.Field(_positions[i]);
            if (_checks[i]?.Refuse(field) is { } problem)
            {
                throw _records.Error(_records.Header[_positions[i]], problem);
            }

            row.Add(field);
        }

        return true;
    }

    public void Dispose() => _records.Dispose();
}
