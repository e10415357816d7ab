using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>A disjunction of terms that holds at every on-point and at no off-point.</summary>
/// <param name="Terms">The terms, those that hold at most points first; none where the on-set is empty.</param>
/// <param name="Proof">What is known about their number.</param>
public sealed record Cover(ImmutableArray<CoverTerm> Terms, CoverProof Proof)
{
    /// <summary>How many columns the terms restrict, added up.</summary>
    public int Literals => Terms.Sum(term => term.Columns.Count(column => column is not null));

    /// <summary>Whether a term holds at a point.</summary>
    /// <param name="table">The points.</param>
    /// <param name="point">Index of the point.</param>
    public bool Holds(PointTable table, int point)
    {
        foreach (var term in Terms)
        {
            if (term.Holds(table, point))
            {
                return true;
            }
        }

        return false;
    }
}
