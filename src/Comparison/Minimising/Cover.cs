namespace Compare.Comparison;

/// <summary>A disjunction of terms that holds at every on-point and at no off-point.</summary>
/// <param name="Terms">The terms, those that hold at most points first; none where the on-set is empty.</param>
/// <param name="Proof">What is known about their number.</param>
internal sealed record Cover(ImmutableArray<CoverTerm> Terms, CoverProof Proof)
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

/// <summary>What is known about the number of terms of a cover.</summary>
public enum CoverProof : byte
{
    /// <summary>No cover has fewer terms.</summary>
    Minimum,

    /// <summary>None of the terms can be left out; whether other terms would be fewer was not settled within the limits.</summary>
    Irredundant,
}

/// <summary>One term of a cover: a conjunction of restrictions.</summary>
/// <param name="Columns">For each column the restriction, or <see langword="null"/> where every value is allowed.</param>
internal sealed record CoverTerm(ImmutableArray<ColumnRestriction?> Columns)
{
    /// <summary>Whether the term holds at a point.</summary>
    /// <param name="table">The points.</param>
    /// <param name="point">Index of the point.</param>
    public bool Holds(PointTable table, int point)
    {
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

/// <summary>The values that a term allows in one column, and how many of them it could do without.</summary>
/// <param name="IsNeeded">For each value whether an on-point of the term has it.</param>
/// <param name="IsAllowed">For each value whether it may be allowed. What is allowed but not needed stands for points that the table does
/// not hold, so any choice between the two sets is as right as any other.</param>
internal sealed record ColumnRestriction(ImmutableArray<bool> IsNeeded, ImmutableArray<bool> IsAllowed);
