using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>What one value of a measure may look like.</summary>
internal static class MeasureGrammar
{
    private const string Star = "*";

    /// <summary>The errno names that a step of a scenario can end in on Linux, and what else a caller sees.</summary>
    private static readonly ImmutableArray<string> Results =
    [
        .. Axes.Results.All,
        "EACCES", "EAGAIN", "EBUSY", "EDQUOT", "EFBIG", "EINTR", "ENODEV", "EOPNOTSUPP", "EPERM", "ETXTBSY", "EUCLEAN",
    ];

    /// <summary>Checks one value.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="value">The value of one step.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Check(Measure measure, string value) => measure switch
    {
        Measure.Result => Results.Contains(value) ? null : Problem.UnknownWord(value, Results),
        Measure.Page => Axes.Pages.TryParse(value, out _, out var problem) ? null : problem,
        Measure.Handler => HandlerGrammar.Check(value),
        Measure.MtimeChanged => value is "0" or "1" or "?" ? null : $"found {Problem.Quote(value)}, expected 0, 1 or ?",
        Measure.BlocksDelta => IsInteger(value.AsSpan(value.StartsWith('-') && value != "-0" ? 1 : 0))
            ? null
            : $"found {Problem.Quote(value)}, expected an integer",
        Measure.JournalStarts or Measure.IomapStarts or Measure.ThpFaultFallback or Measure.ThpSplitPmd =>
            value == Star || IsInteger(value) ? null : $"found {Problem.Quote(value)}, expected a count, or * on livelock",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "no such measure"),
    };

    /// <summary>Whether a count is the <c>*</c> of a livelock.</summary>
    public static bool IsStar(string value) => value == Star;

    /// <summary>Whether text is an integer without sign as this program writes it: no leading zero, at most 9 digits.</summary>
    private static bool IsInteger(ReadOnlySpan<char> text)
        => text.Length is > 0 and <= 9 && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');
}
