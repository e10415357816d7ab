using System.Numerics;

namespace Compare.Engine;

/// <summary>
/// The file's blocks cut at every edge that a hole can get in the modelled scenarios, so that a set of cached holes is a bit mask.
/// Edges: the modelled pages, those of truncate, partial and fragmented files, and those of requests halved until they fit.
/// </summary>
internal static class HoleSegments
{
    private static ReadOnlySpan<ushort> Edges =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 32, 40, 41, 64, 75, 128, 150, 256, 257, 300, 301,
        512, 513, 514, 516, 520, 522, 523, 528, 544, 576, 640, 768, 1024,
    ];

    private static readonly byte[] SegmentOf = NumberSegments();

    /// <summary>All blocks, also those beyond the largest file.</summary>
    public static ulong All => (1UL << Edges.Length) - 1;

    /// <summary>The segments from one block to another (not included); a segment that the end cuts counts as a whole.</summary>
    public static ulong Between(int start, int end) => StartingBefore(end) & From(start);

    /// <summary>The segments from the one that holds a block on.</summary>
    public static ulong From(int start) => All & ~((1UL << IndexOf(start)) - 1);

    /// <summary>Whether a block lies in a cached hole.</summary>
    public static bool Contains(ulong holes, int block) => (holes & Bit(block)) != 0;

    /// <summary>The block after the cached hole that holds a block.</summary>
    public static int EndOf(ulong holes, int block)
    {
        var index = IndexOf(block);
        var run = BitOperations.TrailingZeroCount(~(holes >> index));
        return index + run < Edges.Length ? Edges[index + run] : int.MaxValue;
    }

    private static int IndexOf(int block) => block < SegmentOf.Length ? SegmentOf[block] : Edges.Length - 1;

    private static ulong Bit(int block) => 1UL << IndexOf(block);

    private static ulong StartingBefore(int block)
    {
        var index = IndexOf(block);
        return (1UL << (Edges[index] < block ? index + 1 : index)) - 1;
    }

    /// <summary>The segment of each block up to the last edge.</summary>
    private static byte[] NumberSegments()
    {
        var segments = new byte[Edges[^1]];
        for (var index = 0; index + 1 < Edges.Length; index++)
        {
            segments.AsSpan(Edges[index]..Edges[index + 1]).Fill((byte)index);
        }

        return segments;
    }
}
