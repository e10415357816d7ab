using System.Collections.Immutable;
using System.Text;

namespace Compare.Scenarios;

/// <summary>A column holds one of some values: <c>x = a</c>, <c>x in (a, b)</c>, <c>x in WORD</c>.</summary>
public sealed record InSetFilter : FilterExpression
{
    private readonly ColumnTest _test;

    /// <summary>Makes a condition.</summary>
    /// <param name="column">A column of the vocabulary.</param>
    /// <param name="values">At least one value that the column can have, in any order; one that occurs twice counts once.</param>
    /// <exception cref="ArgumentException">There is no value, or the column cannot have one of them.</exception>
    public InSetFilter(FilterColumn column, params ImmutableArray<string> values)
    {
        ArgumentNullException.ThrowIfNull(column);
        Column = column;
        Values = column.Sort(values);
        _test = column.OneOf(Values);
        (UsesKernel, UsesStrategy) = (column.IsKernel, column.IsStrategy);
    }

    /// <summary>The column.</summary>
    public FilterColumn Column { get; }

    /// <summary>At least one value, each once: in the order of <see cref="FilterColumn.Values"/>, of an open column in ordinal order.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether the other one asks the column of that name for the same values.</summary>
    /// <param name="other">Another condition.</param>
    public bool Equals(InSetFilter? other)
        => other is not null && Column.Name == other.Column.Name && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column.Name, Values.Length, Values[0], Values[^1]);

    internal override bool Holds(in FilterSubject subject) => _test.Holds(in subject);

    internal override void Append(StringBuilder text) => Append(text, isNegated: false);

    internal void Append(StringBuilder text, bool isNegated)
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
