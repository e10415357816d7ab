using System.Buffers.Binary;
using System.Text;

namespace Compare.Comparison;

/// <summary>The fields of one row as UTF-8, one after the other in a buffer that is used again for the next row.</summary>
internal sealed class TableRow(int fields)
{
    private readonly int[] _ends = new int[fields];
    private byte[] _bytes = new byte[512];
    private int _count;

    /// <summary>The line of the file where the row begins, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes that <see cref="Save"/> writes.</summary>
    public int SavedLength => sizeof(long) + (sizeof(int) * _ends.Length) + (_count == 0 ? 0 : _ends[_count - 1]);

    /// <summary>Begins a row.</summary>
    public void Begin(long line) => (_count, Line) = (0, line);

    /// <summary>Adds the next field.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        var start = _count == 0 ? 0 : _ends[_count - 1];
        var end = start + field.Length;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, 2 * _bytes.Length));
        }

        field.CopyTo(_bytes.AsSpan(start));
        _ends[_count++] = end;
    }

    /// <summary>A field; valid until the row is begun again.</summary>
    public ReadOnlySpan<byte> Field(int index) => _bytes.AsSpan(Start(index), _ends[index] - Start(index));

    /// <summary>A field as text.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(Field(index));

    /// <summary>The first fields as texts.</summary>
    public string[] Texts(int count)
    {
        var texts = new string[count];
        for (var i = 0; i < count; i++)
        {
            texts[i] = Text(i);
        }

        return texts;
    }

    /// <summary>Whether some consecutive fields are the same in another row.</summary>
    public bool HasSameFields(TableRow other, int first, int count)
    {
        var (mine, theirs) = (Start(first), other.Start(first));
        for (var i = first; i < first + count; i++)
        {
            if (_ends[i] - mine != other._ends[i] - theirs)
            {
                return false;
            }
        }

        return count == 0 || _bytes.AsSpan(mine, _ends[first + count - 1] - mine)
            .SequenceEqual(other._bytes.AsSpan(theirs, other._ends[first + count - 1] - theirs));
    }

    /// <summary>Order of the first fields: ordinal by UTF-16 units, as everywhere in this program.</summary>
    public int CompareKey(TableRow other, int keys)
    {
        for (var i = 0; i < keys; i++)
        {
            var order = Utf16Order.Compare(Field(i), other.Field(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Becomes the same as another row.</summary>
    public void CopyFrom(TableRow other)
    {
        Begin(other.Line);
        for (var i = 0; i < other._count; i++)
        {
            Add(other.Field(i));
        }
    }

    /// <summary>Writes the row where <see cref="Load"/> finds it again; all fields must have been added.</summary>
    public void Save(Span<byte> destination)
    {
        BinaryPrimitives.WriteInt64LittleEndian(destination, Line);
        destination = destination[sizeof(long)..];
        foreach (var end in _ends)
        {
            BinaryPrimitives.WriteInt32LittleEndian(destination, end);
            destination = destination[sizeof(int)..];
        }

        _bytes.AsSpan(0, _ends[^1]).CopyTo(destination);
    }

    /// <summary>Reads a row that was saved.</summary>
    /// <returns>How many bytes it takes.</returns>
    public int Load(ReadOnlySpan<byte> source)
    {
        Begin(BinaryPrimitives.ReadInt64LittleEndian(source));
        var ends = source[sizeof(long)..];
        var bytes = ends[(sizeof(int) * _ends.Length)..];
        var start = 0;
        for (var i = 0; i < _ends.Length; i++)
        {
            var end = BinaryPrimitives.ReadInt32LittleEndian(ends[(sizeof(int) * i)..]);
            Add(bytes[start..end]);
            start = end;
        }

        return SavedLength;
    }

    /// <summary>Order of two saved rows by their first fields.</summary>
    public static int CompareSaved(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int keys, int fields)
    {
        for (var i = 0; i < keys; i++)
        {
            var order = Utf16Order.Compare(SavedField(left, i, fields), SavedField(right, i, fields));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<byte> SavedField(ReadOnlySpan<byte> saved, int index, int fields)
    {
        var ends = saved[sizeof(long)..];
        var start = index == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(ends[(sizeof(int) * (index - 1))..]);
        return ends[(sizeof(int) * fields)..][start..BinaryPrimitives.ReadInt32LittleEndian(ends[(sizeof(int) * index)..])];
    }

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];
}
