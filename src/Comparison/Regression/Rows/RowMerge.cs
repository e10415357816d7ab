namespace Compare.Comparison;

/// <summary>Two tables in order, read side by side.</summary>
internal static class RowMerge
{
    /// <summary>Shows every row of both tables to a visitor, in order of the key; ends where one of them turns out not
    /// to be in order. Of two rows with the same key, an error in that of the old table comes first.</summary>
    public static void Run(OrderedRows oldRows, OrderedRows newRows, DiffColumns columns, IRowVisitor visitor)
    {
        var (left, right) = (new TableRow(columns.Names.Length), new TableRow(columns.Names.Length));
        var (hasLeft, hasRight) = (oldRows.Read(left, right), newRows.Read(right, left));
        while ((hasLeft || hasRight) && oldRows.OutOfOrder == 0 && newRows.OutOfOrder == 0)
        {
            var isEqual = hasLeft && hasRight && left.HasSameFields(right);
            var order = isEqual ? 0 : !hasLeft ? 1 : !hasRight ? -1 : left.CompareKey(right, columns.KeyCount);
            if (order < 0)
            {
                visitor.Removed(left);
                hasLeft = oldRows.Read(left, right);
            }
            else if (order > 0)
            {
                visitor.Added(right);
                hasRight = newRows.Read(right, left);
            }
            else
            {
                visitor.Both(left, right, isEqual || left.HasSameFields(right, columns.KeyCount, columns.ComparedCount));
                (hasLeft, hasRight) = (oldRows.Read(left, right), newRows.Read(right, left));
            }
        }
    }
}
