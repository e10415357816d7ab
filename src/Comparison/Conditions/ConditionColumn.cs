namespace Compare.Comparison;

/// <summary>A column of conditions, with the values that a matrix holds in it.</summary>
internal sealed class ConditionColumn
{
    private readonly FilterColumn _column;
    private readonly ImmutableArray<(WordSet Word, bool[] Values)> _words;

    /// <summary>A column of scenarios, or that of kernels or strategies.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">The values that occur, in any order.</param>
    public ConditionColumn(string name, IEnumerable<string> values)
    {
        ImmutableArray<string> ordinal = [.. values.Order(StringComparer.Ordinal)];
        var vocabulary = name switch
        {
            "kernel" => new FilterVocabulary(ordinal, []),
            "strategy" => new FilterVocabulary([], ordinal),
            _ => FilterVocabulary.ScenarioOnly,
        };
        _column = vocabulary.Column(name);
        Values = [.. ordinal.OrderBy(text => _column.Values.IndexOf(text))];
        _words =
        [
            .. WordSets.All.Where(word => word.Column == name)
                .Select(word => (word, Values.Select(value => word.Values.Contains(value)).ToArray())),
        ];
    }

    /// <summary>Name of the column.</summary>
    public string Name => _column.Name;

    /// <summary>The values that occur, in the order of the vocabulary.</summary>
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
