using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>A column that a filter may name; made by <see cref="FilterVocabulary"/>.</summary>
public abstract class FilterColumn
{
    private protected FilterColumn(string name, ImmutableArray<string> values) => (Name, Values) = (name, values);

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

    /// <summary>Why the column can never have a value, or null if it can.</summary>
    internal virtual string? Refuse(string value) => Values.Contains(value) ? null : Problem.UnknownWord(value, Values);

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
            ArgumentNullException.ThrowIfNull(value, nameof(values));
            if (Refuse(value) is { } problem)
            {
                throw new ArgumentException($"{Name}: {problem}", nameof(values));
            }
        }

        return IsOpen ? [.. values.Distinct().Order(StringComparer.Ordinal)] : [.. Values.Where(value => values.Contains(value))];
    }

    /// <summary>The test of being one of some values that the column can have.</summary>
    internal abstract ColumnTest OneOf(ImmutableArray<string> values);

    /// <summary>The test of being like a pattern.</summary>
    internal abstract ColumnTest Like(string pattern);
}
