namespace Compare.Comparison;

/// <summary>Two sorted tables, read side by side.</summary>
internal static class RowMerge
{
    /// <summary>Shows every row of both tables to a visitor, in order of the key; ends where one of them turns out not
    /// to be in order.</summary>
    public static void Run(OrderedRows oldRows, OrderedRows newRows, DiffColumns columns, IRowVisitor visitor)
    {
        var (left, right) = (new TableRow(columns.Names.Length), new TableRow(columns.Names.Length));
        var (hasLeft, hasRight) = (oldRows.Read(left), newRows.Read(right));
        while ((hasLeft || hasRight) && !oldRows.IsOutOfOrder && !newRows.IsOutOfOrder)
        {
            var order = !hasLeft ? 1 : !hasRight ? -1 : left.CompareKey(right, columns.KeyCount);
            if (order < 0)
            {
                visitor.Removed(left);
                hasLeft = oldRows.Read(left);
            }
            else if (order > 0)
            {
                visitor.Added(right);
                hasRight = newRows.Read(right);
            }
            else
            {
                visitor.Both(left, right, left.HasSameFields(right, columns.KeyCount, columns.ComparedCount));
                (hasLeft, hasRight) = (oldRows.Read(left), newRows.Read(right));
            }
        }
    }
}
