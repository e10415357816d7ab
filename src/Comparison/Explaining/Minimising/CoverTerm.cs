using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>One term of a cover: a conjunction of restrictions.</summary>
/// <param name="Columns">For each column the restriction, or <see langword="null"/> where every value is allowed.</param>
public sealed record CoverTerm(ImmutableArray<ColumnRestriction?> Columns)
{
    /// <summary>Whether the term holds at a point.</summary>
    /// <param name="table">The points.</param>
    /// <param name="point">Index of the point.</param>
    public bool Holds(PointTable table, int point)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (var column = 0; column < Columns.Length; column++)
        {
            if (Columns[column] is { } restriction && !restriction.IsAllowed[table[point, column]])
            {
                return false;
            }
        }

        return true;
    }
}
