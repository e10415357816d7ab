using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Finds which rows are in a class: exactly, where a few terms can say it; else what they have in common.</summary>
internal sealed class RowConditionFinder
{
    /// <summary>A person reads no more.</summary>
    private const int MostTerms = 12;

    /// <summary>Longer lists of values say nothing to a person.</summary>
    private const int MostCommonValues = 6;

    private readonly RowPoints _points;
    private readonly CoverProbe _probe;

    /// <summary>A finder.</summary>
    /// <param name="points">The rows that both tables have.</param>
    public RowConditionFinder(RowPoints points)
    {
        _points = points;
        _probe = new CoverProbe(points.Table);
    }

    /// <summary>Finds the conditions of classes.</summary>
    /// <param name="classes">Numbers of classes, each with at least one row.</param>
    public RowCondition[] FindAll(IReadOnlyList<int> classes)
    {
        var found = new RowCondition[classes.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => found[i] = Find(classes[i]));
        return found;
    }

    private RowCondition Find(int rowClass)
    {
        var (isOn, isMixed) = _points.Of(rowClass);
        if (isMixed || !_probe.IsCoverable(isOn, MostTerms))
        {
            return Common(isOn);
        }

        var cover = Minimiser.Minimise(_points.Table, isOn);
        var expression = cover.Literals == 0 ? null : FactoredForm.Of([.. cover.Terms.Select(term => Say(term.Columns))]);
        return new RowCondition(expression, expression is null ? 0 : cover.Terms.Length, cover.Proof, IsExact: true, RowsWhere(point => isOn[point]));
    }

    private FilterExpression Say(ImmutableArray<ColumnRestriction?> restrictions) => FilterExpression.AllOf(
    [
        .. _points.Columns
            .Zip(restrictions)
            .Where(pair => pair.Second is not null)
            .Select(pair => pair.First.Say(pair.Second!)),
    ]);

    /// <summary>For each column the values that the rows of the class have, where these are few and not all.</summary>
    private RowCondition Common(bool[] isOn)
    {
        var table = _points.Table;
        var restrictions = new ColumnRestriction?[table.Sizes.Length];
        for (var column = 0; column < restrictions.Length; column++)
        {
            var has = new bool[table.Sizes[column]];
            for (var point = 0; point < isOn.Length; point++)
            {
                has[table[point, column]] |= isOn[point];
            }

            var count = has.AsSpan().Count(true);
            restrictions[column] = count < has.Length && Math.Min(count, has.Length - count) <= MostCommonValues
                ? new ColumnRestriction([.. has], [.. has])
                : null;
        }

        var term = new CoverTerm([.. restrictions]);
        var isAll = Array.TrueForAll(restrictions, restriction => restriction is null);
        return new RowCondition(
            isAll ? null : Say(term.Columns),
            isAll ? 0 : 1,
            CoverProof.Irredundant,
            IsExact: false,
            RowsWhere(point => term.Holds(table, point)));
    }

    private long RowsWhere(Func<int, bool> holds)
    {
        var rows = 0L;
        for (var point = 0; point < _points.Table.Count; point++)
        {
            rows += holds(point) ? _points.RowsAt(point) : 0;
        }

        return rows;
    }
}
