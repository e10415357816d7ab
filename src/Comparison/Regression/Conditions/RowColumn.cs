using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A column of the conditions of rows: its values, and how a restriction to some of them is said.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Values">The values that the tables hold, in the order of the vocabulary.</param>
/// <param name="Say">Says a restriction.</param>
internal sealed record RowColumn(string Name, ImmutableArray<string> Values, Func<ColumnRestriction, FilterExpression> Say)
{
    /// <summary>A column of scenarios.</summary>
    public static RowColumn OfScenario(string name, IEnumerable<string> values)
    {
        var known = FilterVocabulary.ScenarioOnly.Column(name).Values;
        ImmutableArray<string> ordered =
            [.. values.OrderBy(text => known.IndexOf(text)).ThenBy(text => text, StringComparer.Ordinal)];
        return new RowColumn(name, ordered, new ConditionColumn(name, ordered).Say);
    }

    /// <summary>The column of kernels or of strategies.</summary>
    public static RowColumn OfContender(string name, IEnumerable<string> values)
    {
        ImmutableArray<string> ordered = [.. values.Order(StringComparer.Ordinal)];
        var column = (name == "kernel" ? new FilterVocabulary(ordered, []) : new FilterVocabulary([], ordered)).Column(name);
        return new RowColumn(name, ordered, restriction =>
        {
            ImmutableArray<string> needed = [.. ordered.Where((_, value) => restriction.IsNeeded[value])];
            ImmutableArray<string> refused = [.. ordered.Where((_, value) => !restriction.IsAllowed[value])];
            return needed.Length > 1 && refused.Length < needed.Length
                ? new NotFilter(new InSetFilter(column, refused))
                : new InSetFilter(column, needed);
        });
    }
}
