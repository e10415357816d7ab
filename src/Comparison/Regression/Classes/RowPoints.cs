using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>Rows that both tables have as points of conditions, each point once. Memory grows by 8 bytes for each row, by as many for one that
/// changed, and by every list of steps, kernel and strategy that was not there before.</summary>
internal sealed class RowPoints(DiffColumns columns, NamePool kernels, NamePool strategies)
{
    /// <summary>Kernels, and strategies, that are told apart; a power of two.</summary>
    public const int MostContenders = 1 << ContenderBits;

    private const int ChunkSize = 1 << 16;
    private const int ContenderBits = 13;

    /// <summary>Bits for each axis, in the order of the columns of a scenario.</summary>
    private static readonly int[] Bits = [.. Axes.All.Select(axis => BitOperations.Log2((uint)axis.Words.Length - 1) + 1)];

    /// <summary>What the others leave of 64.</summary>
    private static readonly int StepsBits = 64 - (2 * ContenderBits) - Bits.Sum();

    private static readonly ImmutableArray<string> Names = [.. ConditionPoints.ScenarioNames, "kernel", "strategy"];

    private readonly List<ulong[]> _chunks = [];
    private readonly List<List<ulong>> _inClass = [];
    private readonly int[] _axisFields = [.. columns.ScenarioFields.AsSpan(1, Bits.Length)];
    private readonly NamePool[] _axes = Array.ConvertAll(Bits, _ => new NamePool());
    private readonly NamePool _steps = new();
    private int _inLast = ChunkSize;

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="kernel">Number of its kernel.</param>
    /// <param name="strategy">Number of its strategy.</param>
    /// <param name="rowClass">Number of its class; 0 where nothing changed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(TableRow row, int kernel, int strategy, int rowClass)
    {
        // Where the row stands in the columns of conditions, in 64 bits: steps, axes, kernel, strategy.
        var place = (ulong)_steps.CodeOf(row.Field(columns.ScenarioFields[^1]));
        if (place >= 1UL << StepsBits)
        {
            throw new InputException($"found more than {1 << StepsBits} lists of steps, expected fewer");
        }

        for (var i = 0; i < Bits.Length; i++)
        {
            place = (place << Bits[i]) | (uint)_axes[i].CodeOf(row.Field(_axisFields[i]));
        }

        place = (((place << ContenderBits) | (uint)kernel) << ContenderBits) | (uint)strategy;
        if (_inLast == ChunkSize)
        {
            _chunks.Add(new ulong[ChunkSize]);
            _inLast = 0;
        }

        _chunks[^1][_inLast++] = place;
        if (rowClass > 0)
        {
            while (_inClass.Count < rowClass)
            {
                _inClass.Add([]);
            }

            _inClass[rowClass - 1].Add(place);
        }
    }

    /// <summary>Finds which rows are in each class: exactly, where a few terms can say it; else what they have in common.</summary>
    /// <param name="classes">Numbers of classes, each with at least one row.</param>
    /// <param name="jobs">Number of threads; the conditions do not depend on it.</param>
    public RowCondition[] ConditionsOf(IReadOnlyList<int> classes, int jobs)
    {
        var (places, rowsAt) = TakePoints();
        var codes = new int[places.Length];
        var finder = new ConditionFinder(ConditionPoints.Of(Names, column => (codes, TextsOf(column, places, codes))));
        var found = new RowCondition[classes.Count];
        if (found.Length == 1)
        {
            return [ConditionOf(classes[0])];
        }

        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i => found[i] = ConditionOf(classes[i]));
        return found;

        RowCondition ConditionOf(int rowClass)
        {
            var inClass = new int[places.Length];
            foreach (var place in CollectionsMarshal.AsSpan(_inClass[rowClass - 1]))
            {
                inClass[Array.BinarySearch(places, place)]++;
            }

            var (isIn, isMixed) = (new bool[places.Length], false);
            for (var point = 0; point < isIn.Length; point++)
            {
                isIn[point] = inClass[point] > 0;
                isMixed |= isIn[point] && inClass[point] < rowsAt[point];
            }

            var (condition, holds) = finder.FindShort(isIn, isMixed);
            var held = 0L;
            for (var point = 0; point < isIn.Length; point++)
            {
                held += (holds is null ? isIn[point] : holds(point)) ? rowsAt[point] : 0;
            }

            return new RowCondition(condition, IsExact: holds is null, held);
        }
    }

    /// <summary>The derived columns of a list of steps: the verb of the last one, its place, the steps before it.</summary>
    private static string PartOf(string steps, int part)
    {
        var end = steps.LastIndexOf(' ');
        var at = steps.IndexOf('@', end + 1);
        return part switch
        {
            0 => at < 0 ? steps[(end + 1)..] : steps[(end + 1)..at],
            1 => at < 0 ? Axes.Places.All[0] : steps[(at + 1)..],
            _ => end < 0 ? ScenarioColumns.NoPrior : steps[..end],
        };
    }

    /// <summary>The texts of a column's values, whose numbers at each point are filled in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string[] TextsOf(int column, ulong[] places, int[] codes)
    {
        var (shift, bits, pool) = FieldOf(column);
        var texts = new string[pool.Count];
        for (var code = 0; code < texts.Length; code++)
        {
            texts[code] = pool == _steps ? PartOf(pool.Text(code), column - Bits.Length) : pool.Text(code);
        }

        for (var point = 0; point < codes.Length; point++)
        {
            codes[point] = (int)(places[point] >> shift) & ((1 << bits) - 1);
        }

        return texts;
    }

    /// <summary>Where a column, or what it is derived from, stands in a place.</summary>
    private (int Shift, int Bits, NamePool Pool) FieldOf(int column) => (column - Bits.Length) switch
    {
        < 0 => (ShiftOf(column), Bits[column], _axes[column]),
        < 3 => (64 - StepsBits, StepsBits, _steps),
        3 => (ContenderBits, ContenderBits, kernels),
        _ => (0, ContenderBits, strategies),
    };

    private static int ShiftOf(int axis)
    {
        var shift = 2 * ContenderBits;
        for (var i = axis + 1; i < Bits.Length; i++)
        {
            shift += Bits[i];
        }

        return shift;
    }

    /// <summary>The points in order, and how many rows stand at each; the chunks are given up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (ulong[] Places, int[] Rows) TakePoints()
    {
        var places = new ulong[_chunks.Count == 0 ? 0 : ((_chunks.Count - 1) * ChunkSize) + _inLast];
        for (var i = 0; i < _chunks.Count; i++)
        {
            _chunks[i].AsSpan(0, i == _chunks.Count - 1 ? _inLast : ChunkSize).CopyTo(places.AsSpan(i * ChunkSize));
        }

        _chunks.Clear();
        _inLast = ChunkSize;
        Array.Sort(places);
        var (rows, count) = (new int[places.Length], 0);
        for (var i = 0; i < places.Length; i++)
        {
            if (i == 0 || places[i] != places[count - 1])
            {
                places[count++] = places[i];
            }

            rows[count - 1]++;
        }

        Array.Resize(ref places, count);
        return (places, rows);
    }
}
