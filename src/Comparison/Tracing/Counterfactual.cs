namespace Compare.Comparison;

/// <summary>A neighbour of a scenario with another verdict.</summary>
/// <param name="Neighbour">What is changed.</param>
/// <param name="After">The verdict that comes of it.</param>
public sealed record Flip(ScenarioNeighbour Neighbour, Verdict After);

/// <summary>The nearest scenarios, one column changed, and which of them change the verdict.</summary>
/// <param name="Contenders">One, or two that are compared.</param>
/// <param name="Scenario">The scenario in the middle.</param>
/// <param name="Before">Its verdict.</param>
/// <param name="Flips">The neighbours with another verdict, in the order of the columns.</param>
/// <param name="Legal">How many neighbours ran.</param>
/// <param name="Illegal">How many are combinations that cannot exist.</param>
public sealed record Counterfactual(
    IReadOnlyList<Contender> Contenders,
    Scenario Scenario,
    Verdict Before,
    ImmutableArray<Flip> Flips,
    int Legal,
    int Illegal)
{
    /// <summary>Runs a scenario and its neighbours.</summary>
    /// <param name="scenario">The scenario in the middle.</param>
    /// <param name="contenders">One or two.</param>
    /// <exception cref="InputException">A strategy threw.</exception>
    public static Counterfactual Of(Scenario scenario, IReadOnlyList<Contender> contenders)
    {
        var runners = contenders.Select(contender => new ScenarioRunner(contender)).ToArray();
        var before = Verdict.Of(scenario, runners);
        var flips = ImmutableArray.CreateBuilder<Flip>();
        var (legal, illegal) = (0, 0);
        foreach (var neighbour in ScenarioNeighbour.Of(scenario))
        {
            if (!neighbour.IsLegal)
            {
                illegal++;
                continue;
            }

            legal++;
            var after = Verdict.Of(neighbour.ToScenario(scenario.Id), runners);
            if (before.Differs(after, neighbour.Dropped))
            {
                flips.Add(new Flip(neighbour, after));
            }
        }

        return new(contenders, scenario, before, flips.DrainToImmutable(), legal, illegal);
    }
}
