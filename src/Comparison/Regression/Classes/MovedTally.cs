using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Finds rows whose key is the same and whose scenario is another one: their outcomes cannot be compared.</summary>
internal sealed class MovedTally
{
    private readonly DiffColumns _columns;
    private readonly int[] _fields;
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<(ImmutableArray<string> Key, ImmutableArray<CellChange> Cells)> _first = [];
    private long _rows;

    public MovedTally(DiffColumns columns)
    {
        _columns = columns;
        _fields = [.. columns.ScenarioFields.Where(field => field >= columns.KeyCount && field < columns.KeyCount + columns.ComparedCount)];
    }

    /// <summary>What was found; null if nothing was.</summary>
    public MovedScenarios? Found => _rows == 0 ? null : new MovedScenarios(_rows, [.. _changed], [.. _first.Select(item => new RowWitness(item.Key, null, "", "", item.Cells))]);

    /// <summary>Looks at a row that changed.</summary>
    /// <returns>Whether its scenario did.</returns>
    public bool Add(TableRow oldRow, TableRow newRow)
    {
        var moved = Array.FindAll(_fields, field => !oldRow.HasSameFields(newRow, field, 1));
        if (moved.Length == 0)
        {
            return false;
        }

        _rows++;
        foreach (var field in moved)
        {
            _changed.Add(_columns.Names[field]);
        }

        if (_first.Count < MovedScenarios.Shown)
        {
            _first.Add((
                [.. newRow.Texts(_columns.KeyCount)],
                [.. moved.Select(field => new CellChange(_columns.Names[field], oldRow.Text(field), newRow.Text(field)))]));
        }

        return true;
    }
}
