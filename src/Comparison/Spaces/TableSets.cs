namespace Compare.Comparison;

/// <summary>Sets of predicates' tables, as functions with the values 0 and 1. Only cells that matter are looked at, so that a table is its
/// answers to these.</summary>
/// <param name="diagrams">The store of the sets.</param>
/// <param name="cells">The cells that matter, in order.</param>
internal sealed class TableSets(Diagrams diagrams, ImmutableArray<int> cells)
{
    private readonly Dictionary<(int Left, int Right), int> _both = [];
    private readonly Dictionary<(int Left, int Right), int> _either = [];
    private readonly Dictionary<(int Left, int Right), int> _equal = [];
    private readonly Dictionary<int, int>[] _given = [.. Enumerable.Range(0, PredicateCell.All.Length * Branches.Length).Select(_ => new Dictionary<int, int>())];
    private readonly Dictionary<(int Set, int Depth), long> _counts = [];

    /// <summary>No table.</summary>
    public static int None { get; } = Diagrams.Constant(0);

    /// <summary>Every table.</summary>
    public static int All { get; } = Diagrams.Constant(1);

    /// <summary>The cells that matter, in order.</summary>
    public ImmutableArray<int> Cells => cells;

    /// <summary>The tables for which a function has a value as wanted.</summary>
    /// <param name="function">The function.</param>
    /// <param name="isIn">Tells of each value.</param>
    public int Where(int function, Func<int, bool> isIn) => diagrams.Bind(diagrams, function, value => isIn(value) ? All : None, []);

    /// <summary>The tables in both sets.</summary>
    public int Both(int left, int right) => diagrams.Join(left, right, static (a, b) => a == None || b == None ? None : a == All || a == b ? b : b == All ? a : null, _both);

    /// <summary>The tables in one of two sets.</summary>
    public int Either(int left, int right) => diagrams.Join(left, right, static (a, b) => a == All || b == All ? All : a == None || a == b ? b : b == None ? a : null, _either);

    /// <summary>The tables with another answer to a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="answer">The answer.</param>
    public int Without(int cell, int answer)
    {
        var branches = default(Branches);
        for (var i = 0; i < Branches.Length; i++)
        {
            branches[i] = i == answer ? None : All;
        }

        return diagrams.Choose(cell, in branches);
    }

    /// <summary>The tables for which two functions have one value.</summary>
    public int Equal(int left, int right) => diagrams.Join(left, right, static (a, b) => a == b ? All : Diagrams.IsConstant(a) && Diagrams.IsConstant(b) ? None : null, _equal);

    /// <summary>A function of the tables with one answer to a cell.</summary>
    /// <param name="function">A function or a set.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="answer">The answer.</param>
    public int Given(int function, int cell, int answer) => diagrams.Restrict(function, cell, answer, _given[(cell * Branches.Length) + answer]);

    /// <summary>A function that has another value outside of a set, so that two are equal where they are so inside.</summary>
    /// <param name="function">The function.</param>
    /// <param name="set">The set.</param>
    /// <param name="known">Results; kept between calls.</param>
    public int Inside(int function, int set, Dictionary<(int Left, int Right), int> known)
        => diagrams.Join(function, set, static (a, b) => b == All ? a : b == None ? Diagrams.Constant(int.MaxValue - 1) : null, known);

    /// <summary>How many tables a set has.</summary>
    public long Count(int set) => Count(set, 0);

    /// <summary>The tables of a set, each cell that does not matter with the first answer.</summary>
    /// <param name="set">The set.</param>
    /// <param name="answers">For each of <see cref="Cells"/> the answers that are looked at.</param>
    /// <returns>The same array again and again, with other content.</returns>
    public IEnumerable<byte[]> TablesOf(int set, IReadOnlyList<ImmutableArray<int>> answers)
    {
        var table = new byte[PredicateCell.All.Length];
        return From(set, 0);

        IEnumerable<byte[]> From(int rest, int depth)
        {
            if (rest == None)
            {
                yield break;
            }

            if (depth == cells.Length)
            {
                yield return table;
                yield break;
            }

            foreach (var answer in answers[depth])
            {
                table[cells[depth]] = (byte)answer;
                foreach (var found in From(diagrams.Branch(rest, cells[depth], answer), depth + 1))
                {
                    yield return found;
                }
            }
        }
    }

    private long Count(int set, int depth)
    {
        if (depth == cells.Length)
        {
            return Diagrams.ValueOf(set);
        }

        if (!_counts.TryGetValue((set, depth), out var count))
        {
            for (var answer = 0; answer < Branches.Length; answer++)
            {
                count += Count(diagrams.Branch(set, cells[depth], answer), depth + 1);
            }

            _counts.Add((set, depth), count);
        }

        return count;
    }
}
