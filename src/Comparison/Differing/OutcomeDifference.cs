using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>How two outcomes of one scenario differ.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Direction">Which way, where the result differs.</param>
public readonly record struct OutcomeDifference(DifferenceKind Kind, DifferenceDirection Direction)
{
    private const string Ok = "ok";

    /// <summary>Compares step by step; the first step whose result differs gives the direction.</summary>
    /// <param name="left">Nine measure cells; index is <see cref="Measure"/>.</param>
    /// <param name="right">Nine measure cells of the same scenario.</param>
    public static OutcomeDifference Between(ReadOnlySpan<string> left, ReadOnlySpan<string> right)
    {
        if (Differs(left, right, Measure.Result))
        {
            return new(DifferenceKind.Result, DirectionOf(left[(int)Measure.Result], right[(int)Measure.Result]));
        }

        if (Differs(left, right, Measure.Page))
        {
            return new(DifferenceKind.Page, DifferenceDirection.Other);
        }

        if (Differs(left, right, Measure.JournalStarts) || Differs(left, right, Measure.IomapStarts))
        {
            return new(DifferenceKind.Journal, DifferenceDirection.Other);
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (Differs(left, right, (Measure)i))
            {
                return new(DifferenceKind.Other, DifferenceDirection.Other);
            }
        }

        return default;
    }

    private static bool Differs(ReadOnlySpan<string> left, ReadOnlySpan<string> right, Measure measure) =>
        !string.Equals(left[(int)measure], right[(int)measure], StringComparison.Ordinal);

    private static DifferenceDirection DirectionOf(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            var a = FirstValue(ref left);
            var b = FirstValue(ref right);
            if (!a.SequenceEqual(b))
            {
                return a.SequenceEqual(Ok) ? DifferenceDirection.Broken
                    : b.SequenceEqual(Ok) ? DifferenceDirection.Fixed
                    : DifferenceDirection.Other;
            }
        }
    }

    private static ReadOnlySpan<char> FirstValue(ref ReadOnlySpan<char> cell)
    {
        var end = cell.IndexOf('|');
        var value = end < 0 ? cell : cell[..end];
        cell = end < 0 ? [] : cell[(end + 1)..];
        return value;
    }
}
