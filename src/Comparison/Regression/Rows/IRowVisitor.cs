namespace Compare.Comparison;

/// <summary>Is shown the rows of two tables in order of their key. A row is valid during the call alone.</summary>
internal interface IRowVisitor
{
    /// <summary>A row that only the old table has.</summary>
    void Removed(TableRow row);

    /// <summary>A row that only the new table has.</summary>
    void Added(TableRow row);

    /// <summary>A key that both have.</summary>
    /// <param name="oldRow">The row of the old table.</param>
    /// <param name="newRow">That of the new one.</param>
    /// <param name="isSame">Whether all columns that are compared are the same.</param>
    void Both(TableRow oldRow, TableRow newRow, bool isSame);
}
