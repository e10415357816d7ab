using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>Numbers the values that one part of a world takes, each once; exact. Not for several threads at once.</summary>
/// <param name="size">Bytes of the part.</param>
internal sealed class PartTable(int size)
{
    private byte[] _values = new byte[64 * size];
    private int[] _slots = new int[256];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the table holds.</summary>
    public long Bytes => _values.Length + ((long)_slots.Length * sizeof(int));

    /// <summary>A value.</summary>
    /// <param name="number">Its number.</param>
    public ReadOnlySpan<byte> this[int number] => _values.AsSpan(number * size, size);

    /// <summary>The number of a value.</summary>
    /// <param name="value">The value.</param>
    public int NumberOf(ReadOnlySpan<byte> value)
    {
        var slot = Hash(value) & (_slots.Length - 1);
        while (_slots[slot] is not 0 and var taken)
        {
            if (this[taken - 1].SequenceEqual(value))
            {
                return taken - 1;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        if (_values.Length < (Count + 1) * size)
        {
            Array.Resize(ref _values, 2 * _values.Length);
        }

        value.CopyTo(_values.AsSpan(Count * size));
        _slots[slot] = ++Count;
        if (_slots.Length < 2 * Count)
        {
            Spread();
        }

        return Count - 1;
    }

    private void Spread()
    {
        _slots = new int[4 * _slots.Length];
        for (var number = 0; number < Count; number++)
        {
            var slot = Hash(this[number]) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length;
        ref var bytes = ref MemoryMarshal.GetReference(value);
        var i = 0;
        for (; i + sizeof(ulong) <= value.Length; i += sizeof(ulong))
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, i))) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }

        for (; i < value.Length; i++)
        {
            hash = (hash ^ value[i]) * 0x9E3779B97F4A7C15;
        }

        return (int)((hash ^ (hash >> 32)) & int.MaxValue);
    }
}
