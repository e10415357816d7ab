using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Compare.Comparison;

/// <summary>Outcomes as tables write them: a cell for each measure, in it a value for each step, <c>|</c> between two. One text for one
/// value and one value for one text.</summary>
public static class OutcomeText
{
    private const char Between = '|';
    private const string Star = "*";
    private const string UnknownTime = "?";

    /// <summary>The value of a measure of one step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="measure">The measure.</param>
    public static string Value(StepOutcome step, Measure measure) => measure switch
    {
        Measure.Result => Axes.Results.Of(step.Result),
        Measure.Page => Axes.Pages.Of(step.Page),
        Measure.Handler => HandlerText.Of(step),
        Measure.MtimeChanged => step.TimeChanged == StepOutcome.UnknownTime ? UnknownTime : Number(step.TimeChanged),
        Measure.BlocksDelta => Number(step.SectorsDelta),
        _ => step.Result == StepResult.Livelock ? Star : Number(step.Count(measure)),
    };

    /// <summary>The cell of a measure.</summary>
    internal static string Cell(Outcome outcome, Measure measure) => outcome.Steps is [var only]
        ? Value(only, measure)
        : string.Join(Between, outcome.Steps.Select(step => Value(step, measure)));

    /// <summary>Why a cell can be none of its measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="cell">The text.</param>
    /// <returns>What was found and what was expected, or null.</returns>
    public static string? Refuse(Measure measure, string cell)
    {
        var values = cell.Split(Between);
        foreach (var value in values)
        {
            if (RefuseValue(measure, value) is { } problem)
            {
                return values.Length == 1 ? problem : $"{problem} (the cell is {Problem.Quote(cell)})";
            }
        }

        return null;
    }

    /// <summary>Reads an outcome.</summary>
    /// <param name="scenario">What it is an outcome of; none where nothing is known of it, so that the cells alone can contradict each other.</param>
    /// <param name="cells">The text of each measure; index is <see cref="Measure"/>. An absent one (null) is 0, or what is usual, in every step.</param>
    /// <param name="outcome">The outcome; nobody judged it by rules.</param>
    /// <param name="broken">The column to blame and why.</param>
    /// <returns>Whether each cell is one of its measure, and the cells contradict neither each other nor the scenario.</returns>
    public static bool TryParse(
        Scenario? scenario,
        ReadOnlySpan<string?> cells,
        [NotNullWhen(true)] out Outcome? outcome,
        [NotNullWhen(false)] out BrokenRule? broken)
    {
        outcome = null;
        var values = new string[]?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } cell)
            {
                if (Refuse((Measure)i, cell) is { } problem)
                {
                    broken = new BrokenRule(OutcomeColumns.Measures[i], problem);
                    return false;
                }

                values[i] = cell.Split(Between);
            }
        }

        var steps = ImmutableArray.CreateBuilder<StepOutcome>();
        broken = OutcomeRules.CheckLength(scenario, values);
        for (var i = 0; broken is null && i < values[(int)Measure.Result]!.Length; i++)
        {
            broken = OutcomeRules.CheckStep(scenario, values, i);
            steps.Add(Step(values, i));
        }

        outcome = broken is null ? new Outcome(steps.DrainToImmutable(), []) : null;
        return broken is null;
    }

    private static string? RefuseValue(Measure measure, string value) => measure switch
    {
        Measure.Result => Axes.Results.TryParse(value, out _, out var problem) ? null : problem,
        Measure.Page => Axes.Pages.TryParse(value, out _, out var problem) ? null : problem,
        Measure.Handler => HandlerText.TryParse(value, out _, out var problem) ? null : problem,
        Measure.MtimeChanged => value is "0" or "1" or UnknownTime ? null : $"found {Problem.Quote(value)}, expected 0, 1 or ?",
        Measure.BlocksDelta => IsInteger(value.AsSpan(value.StartsWith('-') && value != "-0" ? 1 : 0))
            ? null
            : $"found {Problem.Quote(value)}, expected an integer",
        _ => value == Star || IsInteger(value) ? null : $"found {Problem.Quote(value)}, expected a count, or * on livelock",
    };

    /// <summary>Whether text is an integer without sign as this program writes it: no leading zero, at most 9 digits.</summary>
    private static bool IsInteger(ReadOnlySpan<char> text)
        => text.Length is > 0 and <= 9 && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A step of values that were found good.</summary>
    private static StepOutcome Step(string[]?[] values, int step)
    {
        _ = Axes.Results.TryParse(Text(Measure.Result), out var result);
        _ = Axes.Pages.TryParse(Text(Measure.Page), out var page);
        _ = HandlerText.TryParse(Text(Measure.Handler), out var calls, out _);
        return new StepOutcome(
            result,
            page,
            calls.Calls,
            Count(Measure.JournalStarts),
            Count(Measure.IomapStarts),
            Count(Measure.ThpFaultFallback),
            Count(Measure.ThpSplitPmd),
            Text(Measure.MtimeChanged) == UnknownTime ? StepOutcome.UnknownTime : Count(Measure.MtimeChanged),
            Count(Measure.BlocksDelta));

        string Text(Measure measure) => values[(int)measure]?[step] ?? "";

        int Count(Measure measure) => int.TryParse(Text(measure), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : 0;
    }
}
