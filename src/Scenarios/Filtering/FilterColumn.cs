namespace Compare.Scenarios;

/// <summary>A column that a filter may name; made by <see cref="FilterVocabulary"/>.</summary>
public sealed class FilterColumn
{
    /// <summary>So few texts are faster compared for equality one by one.</summary>
    private const int Few = 4;

    private readonly Func<ImmutableArray<string>, ColumnTest> _oneOf;
    private readonly Func<string, ColumnTest> _like;

    private FilterColumn(
        string name, ImmutableArray<string> values, Func<ImmutableArray<string>, ColumnTest> oneOf, Func<string, ColumnTest> like)
        => (Name, Values, _oneOf, _like) = (name, values, oneOf, like);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Every value that the column can have, in the order of the format's description; empty if the column is open.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether the values cannot be listed: <c>id</c>, <c>steps</c>, <c>prior</c>.</summary>
    public bool IsOpen => Values.IsEmpty;

    internal bool IsKernel => Name == FilterVocabulary.Kernel;

    internal bool IsStrategy => Name == FilterVocabulary.Strategy;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>A column that holds one of some words.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="words">Its words; index is the number of the value.</param>
    /// <param name="isIn">The test whether the value is one of some, given as bits.</param>
    internal static FilterColumn OfWords(string name, ImmutableArray<string> words, Func<ulong, ColumnTest> isIn)
    {
        return new FilterColumn(
            name,
            words,
            values => isIn(Mask(word => values.Contains(word))),
            pattern => isIn(Mask(word => Glob.IsMatch(pattern, word))));

        ulong Mask(Func<string, bool> isWanted)
        {
            var mask = 0UL;
            for (var i = 0; i < words.Length; i++)
            {
                mask |= isWanted(words[i]) ? 1UL << i : 0;
            }

            return mask;
        }
    }

    /// <summary>A column that is compared as text.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="values">Its values, or empty if it is open.</param>
    /// <param name="read">The text of a subject.</param>
    internal static FilterColumn OfText(string name, ImmutableArray<string> values, ColumnText read) => new(
        name,
        values,
        wanted => OneOf([.. wanted.Order(StringComparer.Ordinal)], read),
        pattern => (in subject) => Glob.IsMatch(pattern, read(in subject)));

    /// <summary>Why the column can never have a value, or null if it can.</summary>
    internal string? Refuse(string value)
        => IsOpen ? ScenarioColumns.Refuse(Name, value) : Values.Contains(value) ? null : Problem.UnknownWord(value, Values);

    /// <summary>Why nothing in the column can be like a pattern, or null if something can.</summary>
    internal string? RefusePattern(string pattern)
    {
        if (pattern.Length == 0)
        {
            return "found nothing, expected a glob";
        }

        return IsOpen || Values.Any(value => Glob.IsMatch(pattern, value))
            ? null
            : $"found glob {Problem.Quote(pattern)}, expected one that is like at least one of {string.Join(", ", Values)}";
    }

    /// <summary>Values in their one order, each once.</summary>
    /// <exception cref="ArgumentException">There is none, or the column cannot have one of them.</exception>
    internal ImmutableArray<string> Sort(ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
        {
            throw new ArgumentException($"{Name}: expected at least one value", nameof(values));
        }

        foreach (var value in values)
        {
            if (Refuse(value) is { } problem)
            {
                throw new ArgumentException($"{Name}: {problem}", nameof(values));
            }
        }

        return IsOpen ? [.. values.Distinct().Order(StringComparer.Ordinal)] : [.. Values.Where(value => values.Contains(value))];
    }

    /// <summary>The test of being one of some values that the column can have.</summary>
    internal ColumnTest OneOf(ImmutableArray<string> values) => _oneOf(values);

    /// <summary>The test of being like a pattern.</summary>
    internal ColumnTest Like(string pattern) => _like(pattern);

    /// <summary>A text is one of some, which stand in ordinal order: a list of a thousand ids must not slow a filter down.</summary>
    private static ColumnTest OneOf(ImmutableArray<string> sorted, ColumnText read)
        => sorted.Length <= Few
            ? (in subject) => IsOneOfFew(sorted, read(in subject))
            : (in subject) => IsOneOfMany(sorted, read(in subject));

    private static bool IsOneOfFew(ImmutableArray<string> values, ReadOnlySpan<char> text)
    {
        foreach (var value in values)
        {
            if (text.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOfMany(ImmutableArray<string> sorted, ReadOnlySpan<char> text)
    {
        var (low, high) = (0, sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = text.SequenceCompareTo(sorted[middle]);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (low, middle - 1) : (middle + 1, high);
        }

        return false;
    }
}
