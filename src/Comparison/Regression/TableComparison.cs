namespace Compare.Comparison;

/// <summary>Compares two tables by key, in one pass over both; a table that is not in order of the key is sorted in memory first.</summary>
public sealed class TableComparison
{
    private readonly string[] _paths;
    private readonly DiffColumns _columns;
    private readonly Func<FilterSubject, bool>?[] _admits;
    private readonly long[] _outOfOrder = new long[2];

    /// <summary>A comparison.</summary>
    /// <param name="oldPath">The old table.</param>
    /// <param name="newPath">The new one.</param>
    /// <param name="options">What is compared by what.</param>
    /// <param name="admits">Which rows of the old table count, or all.</param>
    /// <exception cref="InputException">A table cannot be used, or a column that was named does not exist.</exception>
    public TableComparison(string oldPath, string newPath, DiffOptions options, Func<FilterSubject, bool>? admits = null)
    {
        _paths = [oldPath, newPath];
        _admits = [admits, null];
        _columns = DiffColumns.Of((oldPath, HeaderOf(oldPath)), (newPath, HeaderOf(newPath)), options);
        if (admits is not null && !(_columns.HoldScenarios && _columns.HasContender))
        {
            throw new InputException(new InputLocation(oldPath), "found no whole scenario with kernel and strategy, expected them for a filter");
        }
    }

    /// <summary>Bytes that the rows of a table may take in memory if they are not in order.</summary>
    public long SortBudget { get; init; } = SortedRows.BudgetBytes;

    /// <summary>The columns.</summary>
    public DiffColumns Columns => _columns;

    /// <summary>Compares.</summary>
    /// <exception cref="InputException">A table cannot be used.</exception>
    public TableDiff Run()
    {
        DiffVisitor? visitor;
        do
        {
            visitor = Read();
        }
        while (visitor is null);

        // Conditions take as much memory as the rows that were sorted, which nobody needs any more.
        if (Array.Exists(_outOfOrder, line => line > 0))
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        return visitor.Finish();
    }

    /// <summary>Reads both tables again and shows each cell that differs, in order of the key; see <see cref="ChangedCells"/>.</summary>
    /// <param name="diff">What <see cref="Run"/> gave back.</param>
    /// <param name="receive">Called with the fields of the key and the change.</param>
    public void ShowCells(TableDiff diff, Action<ImmutableArray<string>, CellChange> receive)
    {
        using var oldRows = Open(0);
        using var newRows = Open(1);
        RowMerge.Run(oldRows, newRows, _columns, new ChangedCells(diff, receive).Visit);
    }

    private static ImmutableArray<string> HeaderOf(string path)
    {
        using var records = new TableRecords(path);
        return records.Header;
    }

    /// <summary>Reads both tables; null where one turned out to be unsorted, which is known from then on.</summary>
    private DiffVisitor? Read()
    {
        using var oldRows = Open(0);
        using var newRows = Open(1);
        var visitor = new DiffVisitor(_columns, _paths[0], _paths[1]);
        RowMerge.Run(oldRows, newRows, _columns, visitor.Visit);
        _outOfOrder[0] = Math.Max(_outOfOrder[0], oldRows.OutOfOrder);
        _outOfOrder[1] = Math.Max(_outOfOrder[1], newRows.OutOfOrder);
        return oldRows.OutOfOrder == 0 && newRows.OutOfOrder == 0 ? visitor : null;
    }

    private OrderedRows Open(int side)
    {
        var path = _paths[side];
        var file = new FileRows(path, _columns, _admits[side]);
        try
        {
            var sorted = _outOfOrder[side] == 0 ? null
                : SortedRows.Of(file, _columns, SortBudget) ?? throw TooLarge(path, _outOfOrder[side], file.KeyPlaces);
            return new OrderedRows(path, file, sorted, _columns);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private InputException TooLarge(string path, long line, IEnumerable<int> keyPlaces)
    {
        var keys = string.Join(' ', keyPlaces.Select(place => $"-k{place},{place}"));
        var show = path.EndsWith(".gz", StringComparison.Ordinal) ? "zcat" : "cat";
        var quoted = path.Replace("'", @"'\''", StringComparison.Ordinal);
        return new InputException(
            new InputLocation(path, line),
            $"found a row that belongs before the one above it, in a table too large to be sorted in memory (more than {SortBudget >> 20} MB); "
            + $"expected ordinal order of ({string.Join(", ", _columns.Key)}), as compare run writes it; rows without quotes are put in order by: "
            + $"{show} '{quoted}' | (IFS= read -r head; printf '%s\\n' \"$head\"; LC_ALL=C sort -t, {keys}) > sorted.csv");
    }
}
