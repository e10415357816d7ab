using System.Buffers.Binary;

namespace Compare.Comparison;

/// <summary>Rows in memory, up to a budget, that are sorted and written together.</summary>
internal sealed class RowBatch(DiffColumns columns, int budget)
{
    private readonly List<int> _starts = [];
    private byte[] _bytes = new byte[1 << 20];
    private int _length;

    /// <summary>Adds a row, unless it would not fit; an empty batch takes any.</summary>
    public bool TryAdd(TableRow row)
    {
        var end = (long)_length + sizeof(int) + row.SavedLength;
        if (_starts.Count > 0 && end > budget)
        {
            return false;
        }

        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Max(end, Math.Min(2L * _bytes.Length, budget)));
        }

        _starts.Add(_length);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), row.SavedLength);
        row.Save(_bytes.AsSpan(_length + sizeof(int)));
        _length = (int)end;
        return true;
    }

    /// <summary>Writes the rows in order and forgets them.</summary>
    /// <returns>Where in the file they stand.</returns>
    public (long Start, long End) WriteTo(FileStream file)
    {
        _starts.Sort((a, b) =>
        {
            var order = TableRow.CompareSaved(
                _bytes.AsSpan(a + sizeof(int)), _bytes.AsSpan(b + sizeof(int)), columns.KeyCount, columns.Names.Length);
            return order != 0 ? order : a.CompareTo(b);
        });
        var start = file.Position;
        foreach (var row in _starts)
        {
            file.Write(_bytes.AsSpan(row, sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(row))));
        }

        _starts.Clear();
        _length = 0;
        return (start, file.Position);
    }
}
