using System.Runtime.CompilerServices;
using System.Text;

namespace Compare.Comparison;

/// <summary>The fields of one row as UTF-8, one after the other in a buffer that is used again for the next row.</summary>
internal sealed class TableRow(int fields)
{
    private const int SmallBytes = 1 << 12;

    private readonly int[] _ends = new int[fields];
    private byte[] _bytes = new byte[256];
    private int _count;

    /// <summary>The line of the file where the row begins, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes that the row takes, whatever is in it.</summary>
    public int Capacity => _bytes.Length + (sizeof(int) * _ends.Length);

    /// <summary>Whether it is worth to be used again: the buffer of a large row would stay.</summary>
    public bool IsSmall => Capacity <= SmallBytes;

    private int Length => _count == 0 ? 0 : _ends[_count - 1];

    /// <summary>Begins a row.</summary>
    public void Begin(long line) => (_count, Line) = (0, line);

    /// <summary>Adds the next field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ReadOnlySpan<byte> field)
    {
        var start = Length;
        var end = start + field.Length;
        if (end > _bytes.Length)
        {
            Grow(end);
        }

        field.CopyTo(_bytes.AsSpan(start));
        _ends[_count++] = end;
    }

    /// <summary>A field; valid until the row is begun again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Whether all fields are the same in another row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool HasSameFields(TableRow other) => _count == other._count
        && _ends.AsSpan(0, _count).SequenceEqual(other._ends.AsSpan(0, _count))
        && _bytes.AsSpan(0, Length).SequenceEqual(other._bytes.AsSpan(0, Length));

    /// <summary>The first field, from one on, that is not the same in another row; the number of fields if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int NextDifferent(TableRow other, int from)
    {
        while (from < _count && Field(from).SequenceEqual(other.Field(from)))
        {
            from++;
        }

        return from;
    }

    /// <summary>Order of the first fields: ordinal by UTF-16 units, as everywhere in this program.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int CompareKey(TableRow other, int keys)
    {
        for (var i = 0; i < keys; i++)
        {
            var order = CompareTexts(Field(i), other.Field(i));
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
        Line = other.Line;
        _count = other._count;
        other._ends.AsSpan(0, _count).CopyTo(_ends);
        if (_bytes.Length < Length)
        {
            _bytes = new byte[other._bytes.Length];
        }

        other._bytes.AsSpan(0, Length).CopyTo(_bytes);
    }

    /// <summary>Order of two texts in UTF-8, as <see cref="string.CompareOrdinal(string, string)"/> orders them.</summary>
    public static int CompareTexts(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : Weight(left[same]).CompareTo(Weight(right[same]));

        // U+E000 to U+FFFF (lead bytes EE and EF) come after the surrogates (F0 to F4) in UTF-16, and before them in UTF-8.
        static int Weight(byte value) => value is 0xEE or 0xEF ? value + 0x10 : value;
    }

    private void Grow(int length) => Array.Resize(ref _bytes, Math.Max(length, 2 * _bytes.Length));

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1];
}
