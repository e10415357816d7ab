using System.Buffers.Binary;

namespace Compare.Comparison;

/// <summary>Rows in memory, given back in order of their key, equal keys in order of their lines.</summary>
/// <remarks>
/// A row is kept as the number of its line, the fields of its key as text, and the others as numbers of values: they repeat, so that a row
/// of an outcome table takes about half of what it takes in the file. A column with more values than a pool holds keeps the rest as text.
/// </remarks>
internal sealed class SortedRows
{
    /// <summary>What the rows of a table may take, with their index and the values: a million rows of 160 bytes, whatever they hold.</summary>
    public const long BudgetBytes = 192L << 20;

    private const int ChunkBits = 20;
    private const int MostValues = 1 << 12;

    /// <summary>Headers of the array, and its places in the pool.</summary>
    private const int ValueOverhead = 64;

    private readonly DiffColumns _columns;
    private readonly List<byte[]> _chunks = [];
    private readonly NamePool[] _values;
    private readonly TableRow[] _rows;
    private int _inLast;
    private int[] _starts = new int[1 << 10];
    private int _count;
    private int _next;

    private SortedRows(DiffColumns columns)
    {
        _columns = columns;
        _rows = [new TableRow(columns.Names.Length), new TableRow(columns.Names.Length)];
        _values = new NamePool[columns.Names.Length];
        for (var i = columns.KeyCount; i < _values.Length; i++)
        {
            _values[i] = new NamePool();
        }
    }

    /// <summary>Reads a file to its end and sorts its rows.</summary>
    /// <param name="file">The rows.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="budget">Bytes that they may take.</param>
    /// <returns>The rows; <see langword="null"/> if they take more than the budget.</returns>
    /// <exception cref="InputException">A row cannot be used.</exception>
    public static SortedRows? Of(FileRows file, DiffColumns columns, long budget)
    {
        var rows = new SortedRows(columns);
        var bytes = 0L;
        while (file.Read() is { } row)
        {
            bytes += rows.Add(row);
            if (bytes > budget)
            {
                return null;
            }
        }

        Array.Sort(rows._starts, 0, rows._count, Comparer<int>.Create(rows.Compare));
        return rows;
    }

    /// <summary>Gives the next row.</summary>
    /// <returns>The row, valid until two more are given; <see langword="null"/> after the last one.</returns>
    public TableRow? Read()
    {
        if (_next == _count)
        {
            return null;
        }

        var row = _rows[_next & 1];
        var rest = At(_starts[_next++]);
        row.Begin(BinaryPrimitives.ReadInt64LittleEndian(rest));
        rest = rest[sizeof(long)..];
        for (var i = 0; i < _values.Length; i++)
        {
            var number = i < _columns.KeyCount ? 0 : TakeNumber(ref rest);
            row.Add(number > 0 ? _values[i].Bytes(number - 1) : TakeText(ref rest));
        }

        return row;
    }

    private ReadOnlySpan<byte> At(int start) => _chunks[start >> ChunkBits].AsSpan(start & ((1 << ChunkBits) - 1));

    private int Compare(int left, int right)
    {
        var mine = At(left)[sizeof(long)..];
        var theirs = At(right)[sizeof(long)..];
        for (var i = 0; i < _columns.KeyCount; i++)
        {
            var order = TableRow.CompareTexts(TakeText(ref mine), TakeText(ref theirs));
            if (order != 0)
            {
                return order;
            }
        }

        return left.CompareTo(right);
    }

    /// <summary>Adds a row.</summary>
    /// <returns>How many bytes more are taken.</returns>
    private long Add(TableRow row)
    {
        const int LongestNumber = 5;
        var longest = sizeof(long);
        for (var i = 0; i < _values.Length; i++)
        {
            longest += (2 * LongestNumber) + row.Field(i).Length;
        }

        var taken = (long)sizeof(int);
        if (_chunks.Count == 0 || _inLast >= 1 << ChunkBits || _chunks[^1].Length - _inLast < longest)
        {
            _chunks.Add(new byte[Math.Max(longest, 1 << ChunkBits)]);
            _inLast = 0;
            taken += _chunks[^1].Length;
        }

        if (_count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * _count);
        }

        _starts[_count++] = ((_chunks.Count - 1) << ChunkBits) | _inLast;
        var rest = _chunks[^1].AsSpan(_inLast);
        BinaryPrimitives.WriteInt64LittleEndian(rest, row.Line);
        rest = rest[sizeof(long)..];
        for (var i = 0; i < _values.Length; i++)
        {
            var field = row.Field(i);
            var number = i < _columns.KeyCount ? -1 : NumberOf(_values[i], field, ref taken);
            if (i >= _columns.KeyCount)
            {
                PutNumber(ref rest, number + 1);
            }

            if (number < 0)
            {
                PutNumber(ref rest, field.Length);
                field.CopyTo(rest);
                rest = rest[field.Length..];
            }
        }

        _inLast = _chunks[^1].Length - rest.Length;
        return taken;
    }

    private static int NumberOf(NamePool values, ReadOnlySpan<byte> field, ref long taken)
    {
        var number = values.Find(field);
        if (number >= 0 || values.Count == MostValues)
        {
            return number;
        }

        taken += field.Length + ValueOverhead;
        return values.CodeOf(field);
    }

    /// <summary>Seven bits a byte, the lowest first; all bytes but the last have the highest bit set.</summary>
    private static void PutNumber(ref Span<byte> rest, int number)
    {
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            rest[length++] = (byte)(number | 0x80);
        }

        rest[length++] = (byte)number;
        rest = rest[length..];
    }

    private static int TakeNumber(ref ReadOnlySpan<byte> rest)
    {
        var (number, length) = (0, 0);
        do
        {
            number |= (rest[length] & 0x7F) << (7 * length);
        }
        while (rest[length++] >= 0x80);

        rest = rest[length..];
        return number;
    }

    private static ReadOnlySpan<byte> TakeText(ref ReadOnlySpan<byte> rest)
    {
        var length = TakeNumber(ref rest);
        var text = rest[..length];
        rest = rest[length..];
        return text;
    }
}
