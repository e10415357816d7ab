using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>
/// Numbers worlds, each once and exactly: the values of each part are kept once, and a world is a tree of pairs of their numbers, so that
/// one that differs in a part from those before it costs few bytes. Not for several threads at once.
/// </summary>
internal sealed class WorldStore
{
    private const int Parts = 6;
    private static readonly ImmutableArray<int> Ends = World.PartEnds;
    private readonly PartTable[] _parts = [.. Enumerable.Range(0, Parts).Select(part => new PartTable(Ends[part] - StartOf(part)))];

    /// <summary>File system with main mapping; second mapping with the parent's; entries with extents; the first two; all.</summary>
    private readonly PairTable[] _nodes = [new(), new(), new(), new(), new()];

    /// <summary>How many worlds there are.</summary>
    public int Count => _nodes[^1].Count;

    /// <summary>Bytes that the store holds.</summary>
    public long Bytes => _parts.Sum(part => part.Bytes) + _nodes.Sum(node => node.Bytes);

    /// <summary>A world.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="parts">Set to the numbers of its parts; as <see cref="Near"/>.</param>
    /// <param name="world">Set to the world.</param>
    public void Get(int number, out Near parts, out World world)
    {
        parts = default;
        parts.Number = number;
        var (mappings, rest) = Split(_nodes[4][number]);
        var (first, second) = Split(_nodes[3][mappings]);
        (parts.Values[0], parts.Values[1]) = Split(_nodes[0][first]);
        (parts.Values[2], parts.Values[3]) = Split(_nodes[1][second]);
        (parts.Values[4], parts.Values[5]) = Split(_nodes[2][rest]);
        (parts.Nodes[0], parts.Nodes[1], parts.Nodes[2], parts.Nodes[3]) = (first, second, rest, mappings);
        world = default;
        var bytes = MemoryMarshal.AsBytes(new Span<World>(ref world));
        for (var part = 0; part < Parts; part++)
        {
            _parts[part][parts.Values[part]].CopyTo(bytes[StartOf(part)..]);
        }
    }

    /// <summary>The number of a world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="before">Another one, of which it may have parts.</param>
    /// <param name="parts">The numbers of that one.</param>
    public int NumberOf(in World world, in World before, in Near parts)
    {
        var bytes = World.Bytes(in world);
        var others = World.Bytes(in before);
        Span<int> values = stackalloc int[Parts];
        var same = 0;
        for (var part = 0; part < Parts; part++)
        {
            var value = bytes[StartOf(part)..Ends[part]];
            if (value.SequenceEqual(others[StartOf(part)..Ends[part]]))
            {
                values[part] = parts.Values[part];
                same |= 1 << part;
            }
            else
            {
                values[part] = _parts[part].NumberOf(value);
            }
        }

        if (same == (1 << Parts) - 1)
        {
            return parts.Number;
        }

        var first = (same & 0b11) == 0b11 ? parts.Nodes[0] : _nodes[0].NumberOf(Join(values[0], values[1]), out _);
        var second = (same & 0b1100) == 0b1100 ? parts.Nodes[1] : _nodes[1].NumberOf(Join(values[2], values[3]), out _);
        var rest = (same & 0b110000) == 0b110000 ? parts.Nodes[2] : _nodes[2].NumberOf(Join(values[4], values[5]), out _);
        var mappings = (same & 0b1111) == 0b1111 ? parts.Nodes[3] : _nodes[3].NumberOf(Join(first, second), out _);
        return _nodes[4].NumberOf(Join(mappings, rest), out _);
    }

    /// <summary>The number of a world that stands alone.</summary>
    /// <param name="world">The world.</param>
    public int NumberOf(in World world)
    {
        var bytes = World.Bytes(in world);
        Span<int> values = stackalloc int[Parts];
        for (var part = 0; part < Parts; part++)
        {
            values[part] = _parts[part].NumberOf(bytes[StartOf(part)..Ends[part]]);
        }

        var first = _nodes[0].NumberOf(Join(values[0], values[1]), out _);
        var second = _nodes[1].NumberOf(Join(values[2], values[3]), out _);
        var rest = _nodes[2].NumberOf(Join(values[4], values[5]), out _);
        return _nodes[4].NumberOf(Join(_nodes[3].NumberOf(Join(first, second), out _), rest), out _);
    }

    private static int StartOf(int part) => part == 0 ? 0 : Ends[part - 1];

    private static ulong Join(int left, int right) => ((ulong)(uint)left << 32) | (uint)right;

    private static (int Left, int Right) Split(ulong pair) => ((int)(pair >> 32), (int)pair);

    /// <summary>The numbers of a world, of its parts and of what joins these.</summary>
    internal struct Near
    {
        public int Number;
        public PartNumbers Values;
        public NodeNumbers Nodes;
    }

    [System.Runtime.CompilerServices.InlineArray(Parts)]
    internal struct PartNumbers
    {
        private int _first;
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    internal struct NodeNumbers
    {
        private int _first;
    }
}
