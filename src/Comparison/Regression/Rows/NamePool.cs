using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Compare.Comparison;

/// <summary>Numbers for the values of a column, in the order in which they come.</summary>
/// <remarks>A table of its own: generic ones over spans cost more to compile than to use.</remarks>
internal sealed class NamePool
{
    /// <summary>A number plus one, or 0 where a place is free; at least half of them are.</summary>
    private int[] _places = new int[16];
    private byte[][] _values = new byte[8][];
    private string?[] _texts = new string?[8];
    private int _last = -1;

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a value.</summary>
    public int CodeOf(ReadOnlySpan<byte> value)
    {
        var code = Find(value);
        return code >= 0 ? code : Add(value);
    }

    /// <summary>The number of a value that came before, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<byte> value)
    {
        if (_last >= 0 && value.SequenceEqual(_values[_last]))
        {
            return _last;
        }

        var mask = _places.Length - 1;
        for (var place = Hash(value) & mask; ; place = (place + 1) & mask)
        {
            var code = _places[place] - 1;
            if (code < 0)
            {
                return -1;
            }

            if (value.SequenceEqual(_values[code]))
            {
                return _last = code;
            }
        }
    }

    /// <summary>The value of a number.</summary>
    public string Text(int code) => _texts[code] ??= Encoding.UTF8.GetString(_values[code]);

    /// <summary>The value of a number, as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes(int code) => _values[code];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> value)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)value.Length * Odd;
        for (; value.Length >= sizeof(ulong); value = value[sizeof(ulong)..])
        {
            hash = (ulong.RotateLeft(hash, 23) ^ MemoryMarshal.Read<ulong>(value)) * Odd;
        }

        var rest = 0UL;
        foreach (var one in value)
        {
            rest = (rest << 8) | one;
        }

        hash = (ulong.RotateLeft(hash, 23) ^ rest) * Odd;

        return (int)(hash >> 32);
    }

    private int Add(ReadOnlySpan<byte> value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, 2 * Count);
            Array.Resize(ref _texts, 2 * Count);
            _places = new int[4 * Count];
            for (var code = 0; code < Count; code++)
            {
                Place(code);
            }
        }

        _values[Count] = value.ToArray();
        Place(Count);
        return _last = Count++;
    }

    private void Place(int code)
    {
        var mask = _places.Length - 1;
        var place = Hash(_values[code]) & mask;
        while (_places[place] != 0)
        {
            place = (place + 1) & mask;
        }

        _places[place] = code + 1;
    }
}
