namespace Compare.Comparison;

/// <summary>A cell that changed.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What stands there now.</param>
public sealed record CellChange(string Column, string Old, string New)
{
    /// <summary>The cells that are compared and that changed, in the order of the columns.</summary>
    internal static IEnumerable<CellChange> Between(TableRow oldRow, TableRow newRow, DiffColumns columns)
        => Enumerable.Range(columns.KeyCount, columns.ComparedCount)
            .Where(field => !oldRow.HasSameFields(newRow, field, 1))
            .Select(field => new CellChange(columns.Names[field], oldRow.Text(field), newRow.Text(field)));
}

/// <summary>One row of a class that stands for all of them: of those with fewest steps, then fewest axes off their centre, the first.</summary>
/// <param name="Key">The fields of the key.</param>
/// <param name="Scenario">Its scenario in the new table, where tables hold scenarios.</param>
/// <param name="Kernel">Name of the kernel; empty where tables have no such column.</param>
/// <param name="Strategy">Name of the strategy, likewise.</param>
/// <param name="Cells">What changed in it.</param>
public sealed record RowWitness(
    ImmutableArray<string> Key, Scenario? Scenario, string Kernel, string Strategy, ImmutableArray<CellChange> Cells);

/// <summary>Which of the rows that both tables have are in a class.</summary>
/// <param name="Condition">What holds for them.</param>
/// <param name="IsExact">Whether it holds for no other row. Where no short condition is exact, this is what all rows of the class have in
/// common.</param>
/// <param name="Rows">For how many rows it holds.</param>
public sealed record RowCondition(Condition Condition, bool IsExact, long Rows)
{
    /// <summary>The condition as <c>--where</c> reads it; null where it is every row.</summary>
    public FilterExpression? Expression => IsExact ? Condition.Factored : Condition.Expression;
}

/// <summary>Rows that changed in the same way.</summary>
/// <param name="Severity">How much it matters, from old to new.</param>
/// <param name="Title">What changed.</param>
/// <param name="Direction"><see cref="DifferenceKind.Fixed"/> or <see cref="DifferenceKind.Broken"/>, where a result changed so.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Values">The values before and after it, each with the number of its rows; the most frequent first.</param>
/// <param name="Cells">How many cells of each column changed, in the order of the columns.</param>
/// <param name="Kernels">Names of the kernels whose rows changed, in ordinal order.</param>
/// <param name="Strategies">Names of the strategies, likewise.</param>
/// <param name="Condition">Which rows; null where tables hold no scenarios.</param>
/// <param name="Witness">The smallest of them.</param>
public sealed record ChangedClass(
    DifferenceSeverity Severity,
    string Title,
    DifferenceKind Direction,
    long Rows,
    ImmutableArray<(string Values, long Rows)> Values,
    ImmutableArray<(string Column, long Cells)> Cells,
    ImmutableArray<string> Kernels,
    ImmutableArray<string> Strategies,
    RowCondition? Condition,
    RowWitness Witness);

/// <summary>Rows with the same key and another scenario.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Columns">The columns of the scenario that differ, in ordinal order.</param>
/// <param name="First">The first of them.</param>
public sealed record MovedScenarios(long Rows, ImmutableArray<string> Columns, ImmutableArray<RowWitness> First);

/// <summary>Rows that one table alone has.</summary>
/// <param name="Column"><c>strategy</c> or <c>kernel</c>, where the other table has nothing with that name; else empty.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="First">The keys of the first ones; none where a name stands for all.</param>
public sealed record OneSideRows(string Column, string Name, long Rows, ImmutableArray<ImmutableArray<string>> First);

/// <summary>How two tables differ.</summary>
/// <param name="Columns">What was compared.</param>
/// <param name="OldRows">Rows of the old table.</param>
/// <param name="NewRows">Rows of the new one.</param>
/// <param name="Same">Rows that both have, the same in every column that is compared.</param>
/// <param name="Classes">The rows that changed, in classes, worst first.</param>
/// <param name="Moved">Rows with the same key and another scenario; null where there is none.</param>
/// <param name="Added">Rows that the new table alone has.</param>
/// <param name="Removed">Rows that the old table alone has.</param>
public sealed record TableDiff(
    DiffColumns Columns,
    long OldRows,
    long NewRows,
    long Same,
    ImmutableArray<ChangedClass> Classes,
    MovedScenarios? Moved,
    ImmutableArray<OneSideRows> Added,
    ImmutableArray<OneSideRows> Removed)
{
    /// <summary>Rows in classes.</summary>
    public long Changed => Classes.Sum(item => item.Rows);

    /// <summary>Rows that the new table alone has.</summary>
    public long AddedRows => Added.Sum(group => group.Rows);

    /// <summary>Rows that the old table alone has.</summary>
    public long RemovedRows => Removed.Sum(group => group.Rows);

    /// <summary>Whether there is no difference at all, in rows or in columns.</summary>
    public bool IsSame => Same == OldRows && Same == NewRows && !Columns.Differ;
}
