using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A column of conditions, with the values that a matrix holds in it.</summary>
internal sealed class ConditionColumn
{
    private readonly FilterColumn _column;
    private readonly ImmutableArray<(WordSet Word, bool[] Values)> _words;

    public ConditionColumn(string name, ImmutableArray<string> values)
    {
        _column = FilterVocabulary.ScenarioOnly.Column(name);
        Values = values;
        _words =
        [
            .. WordSets.All.Where(word => word.Column == name)
                .Select(word => (word, values.Select(value => word.Values.Contains(value)).ToArray())),
        ];
    }

    /// <summary>Name of the column.</summary>
    public string Name => _column.Name;

    /// <summary>The values that the matrix holds.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>
    /// The shortest way to say a restriction: one value, a word, all but one value, or a list. Any set between what is needed and what is
    /// allowed will do; a word stands only where it is exactly such a set, among the values that the matrix holds.
    /// </summary>
    public FilterExpression Say(ColumnRestriction restriction)
    {
        var needed = ValuesOf(restriction.IsNeeded);
        var refused = ValuesOf([.. restriction.IsAllowed.Select(isAllowed => !isAllowed)]);
        if (needed.Length == 1)
        {
            return new InSetFilter(_column, needed);
        }

        foreach (var (word, isIn) in _words)
        {
            if (Fits(restriction, isIn))
            {
                return new InSetFilter(_column, word.Values);
            }
        }

        if (refused.Length == 1)
        {
            return new NotFilter(new InSetFilter(_column, refused));
        }

        foreach (var (word, isIn) in _words)
        {
            if (Fits(restriction, Array.ConvertAll(isIn, value => !value)))
            {
                return new NotFilter(new InSetFilter(_column, word.Values));
            }
        }

        return refused.Length < needed.Length
            ? new NotFilter(new InSetFilter(_column, refused))
            : new InSetFilter(_column, needed);
    }

    private static bool Fits(ColumnRestriction restriction, bool[] isIn)
    {
        for (var value = 0; value < isIn.Length; value++)
        {
            if (isIn[value] ? !restriction.IsAllowed[value] : restriction.IsNeeded[value])
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableArray<string> ValuesOf(ImmutableArray<bool> isIn) => [.. Values.Where((_, value) => isIn[value])];
}
