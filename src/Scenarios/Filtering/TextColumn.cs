using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>A column that is compared as text.</summary>
/// <param name="name">Name of the column.</param>
/// <param name="values">Its values, or empty if it is open.</param>
/// <param name="read">The text of a subject.</param>
/// <param name="refuse">Of an open column: why a text can be no value, or null if it can.</param>
internal sealed class TextColumn(string name, ImmutableArray<string> values, ColumnText read, Func<string, string?>? refuse = null)
    : FilterColumn(name, values)
{
    internal override string? Refuse(string value) => refuse is null ? base.Refuse(value) : refuse(value);

    internal override ColumnTest OneOf(ImmutableArray<string> values) => new TextSetTest([.. values.Order(StringComparer.Ordinal)], read);

    internal override ColumnTest Like(string pattern) => new TextGlobTest(pattern, read);
}
