namespace Compare.Comparison;

/// <summary>Chooses the cheapest columns that cover every row, by branch and bound.</summary>
internal sealed class CoverSearch
{
    /// <summary>How many rows a search takes.</summary>
    public const int MaxRows = 128;

    private readonly (UInt128 Rows, long Cost, int Index)[] _columns;
    private readonly List<(int Row, int Columns, UInt128 Rows, long Cheapest)> _reaches;
    private readonly UInt128 _allRows;
    private readonly List<int> _chosen = [];
    private int[]? _best;
    private long _bestCost = long.MaxValue;
    private int _nodesLeft;

    private CoverSearch((UInt128 Rows, long Cost, int Index)[] columns, int rows, int nodes)
    {
        _columns = columns;
        _reaches = Reaches(columns, rows);
        _allRows = rows == MaxRows ? UInt128.MaxValue : (UInt128.One << rows) - 1;
        _nodesLeft = nodes;
    }

    /// <summary>The cheapest choice, or null where the search takes more than so many nodes.</summary>
    /// <param name="columns">The rows of each column as bits, and what it costs; together they cover every row.</param>
    /// <param name="rows">Number of rows, at most <see cref="MaxRows"/>.</param>
    /// <param name="nodes">Limit of the search.</param>
    /// <returns>Indices of the columns chosen; of equally cheap choices always the same one.</returns>
    public static int[]? Cheapest(IReadOnlyList<(UInt128 Rows, long Cost)> columns, int rows, int nodes)
    {
        var search = new CoverSearch(Undominated(columns), rows, nodes);
        return search.Search(0, 0) ? search._best : null;
    }

    /// <summary>Columns for which no other one covers as much at no higher cost; cheapest first.</summary>
    private static (UInt128 Rows, long Cost, int Index)[] Undominated(IReadOnlyList<(UInt128 Rows, long Cost)> columns)
    {
        var sorted = columns.Select((column, index) => (column.Rows, column.Cost, Index: index)).ToList();
        sorted.Sort(static (left, right) =>
            (left.Cost, -Count(left.Rows), left.Index).CompareTo((right.Cost, -Count(right.Rows), right.Index)));
        var kept = new List<(UInt128 Rows, long Cost, int Index)>();
        foreach (var column in sorted)
        {
            if (!kept.Exists(better => (column.Rows & ~better.Rows) == 0))
            {
                kept.Add(column);
            }
        }

        return [.. kept];
    }

    private static int Count(UInt128 rows) => (int)UInt128.PopCount(rows);

    private bool Search(UInt128 covered, long cost)
    {
        if (--_nodesLeft < 0)
        {
            return false;
        }

        var open = _allRows & ~covered;
        if (open == 0)
        {
            if (cost < _bestCost)
            {
                (_best, _bestCost) = ([.. _chosen], cost);
            }

            return true;
        }

        var (bound, row) = Bound(open);
        if (bound >= _bestCost - cost)
        {
            return true;
        }

        foreach (var column in _columns)
        {
            if ((column.Rows >> row & 1) == 0)
            {
                continue;
            }

            _chosen.Add(column.Index);
            var goesOn = Search(covered | column.Rows, cost + column.Cost);
            _chosen.RemoveAt(_chosen.Count - 1);
            if (!goesOn)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The least that the open rows cost: the sum over rows no two of which one column covers. Also the row with fewest
    /// columns.</summary>
    private (long Bound, int Row) Bound(UInt128 open)
    {
        var bound = 0L;
        var used = UInt128.Zero;
        var (narrowest, fewest) = (-1, int.MaxValue);
        foreach (var reach in _reaches)
        {
            if ((open >> reach.Row & 1) == 0)
            {
                continue;
            }

            if (reach.Columns < fewest)
            {
                (narrowest, fewest) = (reach.Row, reach.Columns);
            }

            // Every row that this one shares a column with is out of reach of the others from now on.
            if ((used >> reach.Row & 1) == 0)
            {
                bound += reach.Cheapest;
                used |= reach.Rows;
            }
        }

        return (bound, narrowest);
    }

    /// <summary>For each row its columns, the rows that they cover and the least of their costs; those that share columns with few rows
    /// first.</summary>
    private static List<(int Row, int Columns, UInt128 Rows, long Cheapest)> Reaches((UInt128 Rows, long Cost, int Index)[] all, int rows)
    {
        var reaches = new List<(int Row, int Columns, UInt128 Rows, long Cheapest)>();
        for (var row = 0; row < rows; row++)
        {
            var (columns, reached, cheapest) = (0, UInt128.Zero, long.MaxValue);
            foreach (var column in all)
            {
                if ((column.Rows >> row & 1) != 0)
                {
                    columns++;
                    reached |= column.Rows;
                    cheapest = Math.Min(cheapest, column.Cost);
                }
            }

            reaches.Add((row, columns, reached, cheapest));
        }

        reaches.Sort(static (left, right) =>
            (Count(left.Rows), left.Columns, left.Row).CompareTo((Count(right.Rows), right.Columns, right.Row)));
        return reaches;
    }
}
