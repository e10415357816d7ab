using System.Text;

namespace Compare.Scenarios;

/// <summary>The whole text of a column is like a pattern: <c>x ~ a*</c>, where <c>*</c> stands for any text, also none, and <c>?</c> for
/// one character. There is no way to name the two themselves.</summary>
public sealed record GlobFilter : FilterExpression
{
    private readonly ColumnTest _test;

    /// <summary>Makes a condition.</summary>
    /// <param name="column">A column of the vocabulary.</param>
    /// <param name="pattern">A pattern, not empty; one that a value of the column is like, unless the column is open.</param>
    /// <exception cref="ArgumentException">No value of the column can be like the pattern.</exception>
    public GlobFilter(FilterColumn column, string pattern)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(pattern);
        if (column.RefusePattern(pattern) is { } problem)
        {
            throw new ArgumentException($"{column.Name}: {problem}", nameof(pattern));
        }

        (Column, Pattern) = (column, pattern);
        _test = column.Like(pattern);
        (UsesKernel, UsesStrategy) = (column.IsKernel, column.IsStrategy);
    }

    /// <summary>The column.</summary>
    public FilterColumn Column { get; }

    /// <summary>The pattern.</summary>
    public string Pattern { get; }

    /// <summary>Whether the other one asks the column of that name for the same pattern.</summary>
    /// <param name="other">Another condition.</param>
    public bool Equals(GlobFilter? other) => other is not null && Column.Name == other.Column.Name && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column.Name, '~', Pattern);

    internal override bool Holds(in FilterSubject subject) => _test.Holds(in subject);

    internal override void Append(StringBuilder text) => Append(text, isNegated: false);

    internal void Append(StringBuilder text, bool isNegated)
        => text.Append(Column.Name).Append(isNegated ? " !~ " : " ~ ").Append(FilterSyntax.PrintPattern(Pattern));
}
