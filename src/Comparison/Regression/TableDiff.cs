using System.Collections.Immutable;

namespace Compare.Comparison;

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
