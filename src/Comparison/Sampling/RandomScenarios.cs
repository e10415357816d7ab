namespace Compare.Comparison;

/// <summary>Legal scenarios at random, the same ones each time.</summary>
internal static class RandomScenarios
{
    private const int MostSteps = 7;
    private static readonly ImmutableArray<Step> Steps =
    [
        .. from verb in Enum.GetValues<Verb>()
           from place in Enum.GetValues<Place>()
           let step = new Step(verb, place)
           where place == Place.Target || step.NamesPage
           select step,
    ];

    /// <summary>Draws scenarios without end.</summary>
    /// <param name="seed">Which ones.</param>
    public static IEnumerable<Scenario> Of(int seed)
    {
        var random = new Random(seed);
        while (true)
        {
            var setup = Axes.All.Aggregate(ScenarioText.Centre, (world, axis) => axis.With(world, random.Next(axis.Words.Length)));
            ImmutableArray<Step> steps = [.. Enumerable.Range(0, random.Next(1, MostSteps + 1)).Select(_ => Steps[random.Next(Steps.Length)])];
            if (ScenarioRules.Check(setup, steps) is null)
            {
                yield return new Scenario(ScenarioText.DefaultId, setup, steps);
            }
        }
    }

    /// <summary>The smallest scenario that greedy steps lead to and for which something still holds: steps left out, places and axes brought to their
    /// centre.</summary>
    /// <param name="scenario">One for which it holds.</param>
    /// <param name="holds">What must hold.</param>
    public static Scenario Shrink(Scenario scenario, Func<Scenario, bool> holds)
    {
        while (Smaller(scenario).FirstOrDefault(holds) is { } smaller)
        {
            scenario = smaller;
        }

        return scenario;
    }

    private static IEnumerable<Scenario> Smaller(Scenario scenario)
    {
        var (setup, steps) = (scenario.Setup, scenario.Steps);
        IEnumerable<(WorldSetup Setup, ImmutableArray<Step> Steps)> all =
        [
            .. Enumerable.Range(0, steps.Length).Select(i => (setup, steps.RemoveAt(i))),
            .. Axes.All.Where(axis => axis.IsOffCentre(setup)).Select(axis => (axis.With(setup, axis.Centre), steps)),
            .. Enumerable.Range(0, steps.Length).Where(i => steps[i].Place != Place.Target).Select(i => (setup, steps.SetItem(i, steps[i] with { Place = Place.Target }))),
        ];
        return all.Where(item => ScenarioRules.Check(item.Setup, item.Steps) is null).Select(item => new Scenario(scenario.Id, item.Setup, item.Steps));
    }
}
