using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>A text is one of some, which stand in ordinal order: a list of a thousand ids must not slow a filter down.</summary>
internal sealed class TextSetTest(ImmutableArray<string> sorted, ColumnText read) : ColumnTest
{
    /// <summary>So few are faster compared for equality one by one.</summary>
    private const int Few = 4;

    public override bool Holds(in FilterSubject subject)
    {
        var text = read(in subject);
        return sorted.Length <= Few ? IsOneOfFew(text) : IsOneOfMany(text);
    }

    private bool IsOneOfFew(ReadOnlySpan<char> text)
    {
        foreach (var value in sorted)
        {
            if (text.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOneOfMany(ReadOnlySpan<char> text)
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
