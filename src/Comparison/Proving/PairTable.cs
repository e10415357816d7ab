using System.Numerics;

namespace Compare.Comparison;

/// <summary>Numbers pairs of numbers in the order in which they come, each once; exact. Grows; not for several threads at once.</summary>
internal sealed class PairTable
{
    private const int Least = 256;
    private ulong[] _pairs = new ulong[Least];
    private int[] _slots = new int[2 * Least];
    private int _shift = 64 - BitOperations.Log2(2 * Least);

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the table holds.</summary>
    public long Bytes => ((long)_pairs.Length * sizeof(ulong)) + ((long)_slots.Length * sizeof(int));

    /// <summary>A pair.</summary>
    /// <param name="number">Its number.</param>
    public ulong this[int number] => _pairs[number];

    /// <summary>The number of a pair.</summary>
    /// <param name="pair">The pair, as one value.</param>
    /// <param name="isNew">Whether it got its number now.</param>
    public int NumberOf(ulong pair, out bool isNew)
    {
        var slots = _slots;
        var slot = Home(pair);
        while (slots[slot] is not 0 and var taken)
        {
            if (_pairs[taken - 1] == pair)
            {
                isNew = false;
                return taken - 1;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        if (Count == _pairs.Length)
        {
            Grow();
            slot = FreeSlot(pair);
        }

        _pairs[Count] = pair;
        _slots[slot] = ++Count;
        isNew = true;
        return Count - 1;
    }

    /// <summary>Fibonacci hashing of both halves: the upper bits are the best mixed.</summary>
    private int Home(ulong pair)
    {
        var mixed = pair * 0x9E3779B97F4A7C15;
        return (int)((mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93 >> _shift);
    }

    private int FreeSlot(ulong pair)
    {
        var slot = Home(pair);
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref _pairs, 2 * _pairs.Length);
        _slots = new int[2 * _slots.Length];
        _shift--;
        for (var number = 0; number < Count; number++)
        {
            _slots[FreeSlot(_pairs[number])] = number + 1;
        }
    }
}
