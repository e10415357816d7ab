namespace Compare.Scenarios;

/// <summary>The columns of a scenario: those of a scenario table, and those derived from its steps.</summary>
public static class ScenarioColumns
{
    /// <summary>What column <c>prior</c> holds where there is only one step.</summary>
    public const string NoPrior = "none";

    /// <summary>The columns of a scenario table, in the order in which they are written.</summary>
    public static ImmutableArray<string> All { get; } = ["id", .. Axes.All.Select(axis => axis.Name), "steps"];

    /// <summary>The columns that filters and conditions may name besides: never in a file.</summary>
    public static ImmutableArray<string> Derived { get; } = ["access", "at", "prior"];

    /// <summary>The text of a column.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="column">A name from <see cref="All"/> or <see cref="Derived"/>.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static string Text(Scenario scenario, string column)
        => Axes.Find(column) is { } axis ? axis.Text(in scenario.SetupInPlace) : column switch
        {
            "id" => scenario.Id,
            "steps" => scenario.StepsText,
            "access" => scenario.Access,
            "at" => scenario.At,
            "prior" => scenario.Prior,
            _ => throw new ArgumentException($"no column '{column}'", nameof(column)),
        };

    /// <summary>The text of a column by its place, for who writes every column.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="index">The index in <see cref="All"/>.</param>
    public static string Text(Scenario scenario, int index)
        => index == 0 ? scenario.Id
            : index <= Axes.All.Length ? Axes.All[index - 1].Text(in scenario.SetupInPlace)
            : scenario.StepsText;

    /// <summary>Why a text can be no value of a column, or null if it can.</summary>
    /// <param name="column">A name from <see cref="All"/> or <see cref="Derived"/>.</param>
    /// <param name="text">The text.</param>
    /// <returns>What was found and what was expected.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static string? Refuse(string column, string text) => column switch
    {
        "id" => text.Length == 0 ? "found nothing, expected a name" : null,
        "steps" => StepText.TryParse(text, out _, out var problem) ? null : problem,
        "access" => RefuseWord(Axes.Verbs.All, text),
        "at" => RefuseWord(Axes.Places.All, text),
        "prior" => text == NoPrior ? null : Refuse("steps", text),
        _ => RefuseWord(AxisOf(column).Words, text),
    };

    private static string? RefuseWord(ImmutableArray<string> words, string text)
        => words.Contains(text) ? null : Problem.UnknownWord(text, words);

    private static Axis AxisOf(string column) => Axes.Find(column) ?? throw new ArgumentException($"no column '{column}'", nameof(column));
}
