using System.Numerics;

namespace Compare.Comparison;

/// <summary>Sets of small numbers as bits of some words; sets that meet have equally many words.</summary>
internal static class Bits
{
    private const int WordBits = 64;

    /// <summary>How many words hold so many bits; at least one.</summary>
    public static int WordsFor(int bits) => Math.Max(1, (bits + WordBits - 1) / WordBits);

    public static void Add(Span<ulong> set, int element) => set[element / WordBits] |= 1UL << (element % WordBits);

    public static void Remove(Span<ulong> set, int element) => set[element / WordBits] &= ~(1UL << (element % WordBits));

    public static bool Contains(ReadOnlySpan<ulong> set, int element) => (set[element / WordBits] >> (element % WordBits) & 1) != 0;

    public static int Count(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        foreach (var word in set)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public static bool IsSubset(ReadOnlySpan<ulong> part, ReadOnlySpan<ulong> whole)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if ((part[i] & ~whole[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    public static bool Meet(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] & right[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The smallest element that is at least <paramref name="from"/>, or -1.</summary>
    public static int Next(ReadOnlySpan<ulong> set, int from)
    {
        for (var word = from / WordBits; word < set.Length; word++)
        {
            var rest = word == from / WordBits ? set[word] & (~0UL << (from % WordBits)) : set[word];
            if (rest != 0)
            {
                return (word * WordBits) + BitOperations.TrailingZeroCount(rest);
            }
        }

        return -1;
    }

    /// <summary>An order of sets: fewer elements first, then by the words.</summary>
    public static int Compare(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var order = Count(left).CompareTo(Count(right));
        for (var i = 0; order == 0 && i < left.Length; i++)
        {
            order = left[i].CompareTo(right[i]);
        }

        return order;
    }

    /// <summary>Spreads a number over all 64 bits (the finisher of SplitMix64).</summary>
    public static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9UL;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EBUL;
        return number ^ (number >> 31);
    }
}

/// <summary>Equality of sets of bits by their elements.</summary>
internal sealed class BitsComparer : IEqualityComparer<ulong[]>
{
    public static BitsComparer Instance { get; } = new();

    public bool Equals(ulong[]? x, ulong[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(ulong[] obj)
    {
        var hash = 0UL;
        foreach (var word in obj)
        {
            hash = Bits.Mix(hash + word);
        }

        return (int)hash;
    }
}
