using System.Collections;
using System.Runtime.CompilerServices;

namespace Compare.Comparison;

/// <summary>Counts and classifies as two tables are read.</summary>
internal sealed class DiffVisitor
{
    /// <summary>Threads that look for conditions.</summary>
    private const int Jobs = 2;

    private readonly DiffColumns _columns;
    private readonly NamePool _kernels = new();
    private readonly NamePool _strategies = new();
    private readonly BitArray[] _has = [new(0), new(0), new(0), new(0)];
    private readonly UnmatchedRows _added;
    private readonly UnmatchedRows _removed;
    private readonly MovedRows _moved;
    private readonly ChangedRows _changes;
    private readonly RowPoints? _points;
    private long _oldRows;
    private long _newRows;
    private long _same;

    public DiffVisitor(DiffColumns columns, string oldPath, string newPath)
    {
        _columns = columns;
        _added = new UnmatchedRows(columns);
        _removed = new UnmatchedRows(columns);
        _moved = new MovedRows(columns);
        _changes = new ChangedRows(columns, oldPath, newPath);
        _points = columns is { HoldScenarios: true, HasContender: true } ? new RowPoints(columns, _kernels, _strategies) : null;
    }

    private enum Seen
    {
        OldKernel,
        OldStrategy,
        NewKernel,
        NewStrategy,
    }

    /// <summary>Is a <see cref="RowVisitor"/>.</summary>
    public void Visit(TableRow? oldRow, TableRow? newRow, bool isSame)
    {
        _oldRows += oldRow is null ? 0 : 1;
        _newRows += newRow is null ? 0 : 1;
        var before = oldRow is null ? default : ContenderOf(oldRow, Seen.OldKernel, Seen.OldStrategy);
        var (kernel, strategy) = newRow is null ? before : ContenderOf(newRow, Seen.NewKernel, Seen.NewStrategy);
        if (newRow is null)
        {
            _removed.Add(oldRow!, kernel, strategy);
        }
        else if (oldRow is null)
        {
            _added.Add(newRow, kernel, strategy);
        }
        else if (isSame)
        {
            _same++;
            _points?.Add(newRow, kernel, strategy, 0);
        }
        else if (!_moved.Add(oldRow, newRow))
        {
            var number = _changes.Add(oldRow, newRow, _kernels.Text(kernel), _strategies.Text(strategy));
            _points?.Add(newRow, kernel, strategy, number);
        }
    }

    /// <summary>What the tables came to.</summary>
    public TableDiff Finish()
    {
        var classes = _changes.Classes.ToArray();
        var conditions = classes.Length == 0 || _points is null
            ? null
            : _points.ConditionsOf([.. classes.Select(item => item.Number)], Jobs);
        return new TableDiff(
            _columns,
            _oldRows,
            _newRows,
            _same,
            [.. classes.Select((item, i) => item.ToClass(conditions?[i]))],
            _moved.Found,
            _added.Groups(Has(Seen.OldKernel), Has(Seen.OldStrategy), _kernels, _strategies),
            _removed.Groups(Has(Seen.NewKernel), Has(Seen.NewStrategy), _kernels, _strategies));
    }

    private Func<int, bool> Has(Seen seen) => code => code < _has[(int)seen].Length && _has[(int)seen][code];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Kernel, int Strategy) ContenderOf(TableRow row, Seen kernelSeen, Seen strategySeen)
    {
        var kernel = _kernels.CodeOf(_columns.Kernel < 0 ? default : row.Field(_columns.Kernel));
        var strategy = _strategies.CodeOf(_columns.Strategy < 0 ? default : row.Field(_columns.Strategy));
        if ((kernel | strategy) >= RowPoints.MostContenders)
        {
            throw new InputException($"found more than {RowPoints.MostContenders} kernels or strategies, expected fewer");
        }

        Mark(kernelSeen, kernel);
        Mark(strategySeen, strategy);
        return (kernel, strategy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mark(Seen seen, int code)
    {
        var has = _has[(int)seen];
        if (code >= has.Length)
        {
            has.Length = Math.Max(code + 1, 2 * has.Length);
        }

        has[code] = true;
    }
}
