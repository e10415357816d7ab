using System.Text;

namespace Compare.Scenarios;

/// <summary>A condition on one column.</summary>
public abstract record ColumnFilter : FilterExpression
{
    private readonly ColumnTest _test;

    private protected ColumnFilter(FilterColumn column, ColumnTest test)
    {
        (Column, _test) = (column, test);
        (UsesKernel, UsesStrategy) = (column.IsKernel, column.IsStrategy);
    }

    /// <summary>The column.</summary>
    public FilterColumn Column { get; }

    internal sealed override bool Holds(in FilterSubject subject) => _test(in subject);

    internal sealed override void Append(StringBuilder text) => Append(text, isNegated: false);

    /// <summary>Prints the condition or its opposite.</summary>
    internal abstract void Append(StringBuilder text, bool isNegated);
}

/// <summary>A column holds one of some values: <c>x = a</c>, <c>x in (a, b)</c>, <c>x in WORD</c>.</summary>
public sealed record InSetFilter : ColumnFilter
{
    /// <summary>Makes a condition.</summary>
    /// <param name="column">A column of the vocabulary.</param>
    /// <param name="values">At least one value that the column can have, in any order; one that occurs twice counts once.</param>
    /// <exception cref="ArgumentException">There is no value, or the column cannot have one of them.</exception>
    public InSetFilter(FilterColumn column, params ImmutableArray<string> values)
        : base(column, column.OneOf(values = column.Sort(values))) => Values = values;

    /// <summary>At least one value, each once: in the order of <see cref="FilterColumn.Values"/>, of an open column in ordinal order.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether the other one asks the column of that name for the same values.</summary>
    /// <param name="other">Another condition.</param>
    public bool Equals(InSetFilter? other)
        => other is not null && Column.Name == other.Column.Name && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column.Name, Values.Length, Values[0], Values[^1]);

    internal override void Append(StringBuilder text, bool isNegated)
    {
        text.Append(Column.Name);
        if (Values is [var only])
        {
            text.Append(isNegated ? " != " : " = ").Append(FilterSyntax.Print(only));
            return;
        }

        text.Append(isNegated ? " not in " : " in ");
        if (WordSets.Find(Column.Name, Values) is { } word)
        {
            text.Append(word.Name);
            return;
        }

        for (var i = 0; i < Values.Length; i++)
        {
            text.Append(i == 0 ? "(" : ", ").Append(FilterSyntax.Print(Values[i]));
        }

        text.Append(')');
    }
}

/// <summary>The whole text of a column is like a pattern: <c>x ~ a*</c>, where <c>*</c> stands for any text, also none, and <c>?</c> for
/// one character. There is no way to name the two themselves.</summary>
internal sealed record GlobFilter : ColumnFilter
{
    /// <summary>Makes a condition.</summary>
    /// <param name="column">A column of the vocabulary.</param>
    /// <param name="pattern">A pattern, not empty; one that a value of the column is like, unless the column is open.</param>
    /// <exception cref="ArgumentException">No value of the column can be like the pattern.</exception>
    public GlobFilter(FilterColumn column, string pattern)
        : base(column, column.Like(pattern))
    {
        if (column.RefusePattern(pattern) is { } problem)
        {
            throw new ArgumentException($"{column.Name}: {problem}", nameof(pattern));
        }

        Pattern = pattern;
    }

    /// <summary>The pattern.</summary>
    public string Pattern { get; }

    /// <summary>Whether the other one asks the column of that name for the same pattern.</summary>
    /// <param name="other">Another condition.</param>
    public bool Equals(GlobFilter? other) => other is not null && Column.Name == other.Column.Name && Pattern == other.Pattern;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column.Name, '~', Pattern);

    internal override void Append(StringBuilder text, bool isNegated)
        => text.Append(Column.Name).Append(isNegated ? " !~ " : " ~ ").Append(FilterSyntax.PrintPattern(Pattern));
}
