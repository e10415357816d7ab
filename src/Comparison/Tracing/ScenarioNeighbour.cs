namespace Compare.Comparison;

/// <summary>A scenario that differs from another one in a single column.</summary>
/// <param name="Column">The column: an axis, <c>at</c>, <c>access</c>, or <c>prior</c> where a step is left out.</param>
/// <param name="From">The value in the scenario that it is a neighbour of.</param>
/// <param name="To">The value in this one.</param>
/// <param name="Setup">The world before the first step.</param>
/// <param name="Steps">What is done.</param>
/// <param name="Dropped">Index of the step that is left out; -1 where none is.</param>
public sealed record ScenarioNeighbour(string Column, string From, string To, WorldSetup Setup, IReadOnlyList<Step> Steps, int Dropped)
{
    private const string LeftOut = "left out";

    /// <summary>Whether the combination can exist.</summary>
    public bool IsLegal => ScenarioRules.Check(Setup, [.. Steps]) is null;

    /// <summary>The neighbour as a scenario.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="ArgumentException">The combination is not legal.</exception>
    public Scenario ToScenario(string id) => new(id, Setup, [.. Steps]);

    /// <summary>
    /// Every neighbour, also those that are not legal: each other value of each axis, each other place of the last step if it accesses
    /// a page, each other verb of it (an access for an access, else none), and each earlier step left out; in the order of the columns.
    /// </summary>
    /// <param name="scenario">The scenario in the middle.</param>
    public static IEnumerable<ScenarioNeighbour> Of(Scenario scenario)
        => [.. OfAxes(scenario), .. OfLastStep(scenario), .. OfPriorSteps(scenario)];

    private static IEnumerable<ScenarioNeighbour> OfAxes(Scenario scenario)
        => from axis in Axes.All
           let own = axis.Read(scenario.Setup)
           from value in Enumerable.Range(0, axis.Words.Length)
           where value != own
           select new ScenarioNeighbour(
               axis.Name, axis.Words[own], axis.Words[value], axis.With(scenario.Setup, value), scenario.Steps, -1);

    private static IEnumerable<ScenarioNeighbour> OfLastStep(Scenario scenario)
    {
        var last = scenario.Steps[^1];
        var places = last.NamesPage ? Others(Axes.Places, last.Place) : [];
        return
        [
            .. places.Select(place => With("at", scenario.At, Axes.Places.Of(place), last with { Place = place })),
            .. Others(Axes.Verbs, last.Verb)
                .Where(verb => new Step(verb).IsAccess == last.IsAccess)
                .Select(verb => With("access", scenario.Access, Axes.Verbs.Of(verb), last with { Verb = verb })),
        ];

        ScenarioNeighbour With(string column, string from, string to, Step step)
            => new(column, from, to, scenario.Setup, scenario.Steps.SetItem(scenario.Steps.Length - 1, step), -1);
    }

    private static IEnumerable<ScenarioNeighbour> OfPriorSteps(Scenario scenario)
        => Enumerable.Range(0, scenario.Steps.Length - 1).Select(i => new ScenarioNeighbour(
            "prior",
            FormattableString.Invariant($"step {i + 1}: {StepText.Print(scenario.Steps[i])}"),
            LeftOut,
            scenario.Setup,
            scenario.Steps.RemoveAt(i),
            i));

    private static IEnumerable<T> Others<T>(Words<T> words, T own)
        where T : struct, Enum
        => words.Values.Where(value => !EqualityComparer<T>.Default.Equals(value, own));
}
