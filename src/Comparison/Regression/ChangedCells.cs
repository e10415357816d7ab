namespace Compare.Comparison;

/// <summary>Every cell that differs. A row that one table alone has is one change of <see cref="Row"/>; rows of a strategy or kernel that
/// one table alone has are not shown.</summary>
internal sealed class ChangedCells(TableDiff diff, Action<ImmutableArray<string>, CellChange> receive)
{
    /// <summary>Stands for the row as a whole.</summary>
    public const string Row = "(row)";

    private const string Absent = "absent";
    private const string Present = "present";

    private readonly DiffColumns _columns = diff.Columns;

    /// <summary>Is a <see cref="RowVisitor"/>.</summary>
    public void Visit(TableRow? oldRow, TableRow? newRow, bool isSame)
    {
        if (oldRow is null || newRow is null)
        {
            Show((oldRow ?? newRow)!, isAdded: oldRow is null);
            return;
        }

        foreach (var cell in isSame ? [] : CellChange.Between(oldRow, newRow, _columns))
        {
            receive(Key(newRow), cell);
        }
    }

    private void Show(TableRow row, bool isAdded)
    {
        if (!IsSummed(row, isAdded ? diff.Added : diff.Removed))
        {
            receive(Key(row), isAdded ? new CellChange(Row, Absent, Present) : new CellChange(Row, Present, Absent));
        }
    }

    private ImmutableArray<string> Key(TableRow row) => [.. row.Texts(_columns.KeyCount)];

    private bool IsSummed(TableRow row, ImmutableArray<OneSideRows> groups)
    {
        foreach (var group in groups)
        {
            if (group.Column.Length > 0 && row.Text(_columns.Names.IndexOf(group.Column)) == group.Name)
            {
                return true;
            }
        }

        return false;
    }
}
