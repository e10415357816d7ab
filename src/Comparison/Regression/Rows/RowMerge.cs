namespace Compare.Comparison;

/// <summary>Is shown the rows of two tables in order of their key. Rows are valid during the call alone.</summary>
/// <param name="oldRow">The row of the old table; <see langword="null"/> where only the new one has the key.</param>
/// <param name="newRow">That of the new one, likewise.</param>
/// <param name="isSame">Whether both have it, the same in all columns that are compared.</param>
internal delegate void RowVisitor(TableRow? oldRow, TableRow? newRow, bool isSame);

/// <summary>Two tables in order, read side by side.</summary>
internal static class RowMerge
{
    /// <summary>Shows every row of both tables to a visitor, in order of the key; ends where one of them turns out not
    /// to be in order. Of two rows with the same key, an error in that of the old table comes first.</summary>
    public static void Run(OrderedRows oldRows, OrderedRows newRows, DiffColumns columns, RowVisitor visit)
    {
        var (left, right) = (oldRows.Read(), newRows.Read());
        while ((left ?? right) is not null && oldRows.OutOfOrder == 0 && newRows.OutOfOrder == 0)
        {
            var isEqual = left is not null && right is not null && left.HasSameFields(right);
            var order = isEqual ? 0 : left is null ? 1 : right is null ? -1 : left.CompareKey(right, columns.KeyCount);
            var isSame = isEqual || (order == 0 && left!.HasSameFields(right!, columns.KeyCount, columns.ComparedCount));
            visit(order <= 0 ? left : null, order >= 0 ? right : null, isSame);
            (left, right) = (order <= 0 ? oldRows.Read() : left, order >= 0 ? newRows.Read() : right);
        }
    }
}
