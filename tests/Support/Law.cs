using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>Holds a law to every step of random scenarios on the observed kernels.</summary>
internal static class Law
{
    private const int Scenarios = 4_000;

    /// <summary>Runs scenarios and asserts that no step breaks the law and that the law had something to say.</summary>
    /// <param name="seed">Seed of the scenarios.</param>
    /// <param name="strategies">Each runs every scenario.</param>
    /// <param name="judge">True: holds; false: broken; null: the law does not speak of this step.</param>
    public static void Holds(int seed, IEnumerable<FaultHandler> strategies, Func<StepRecord, bool?> judge)
    {
        var spoken = 0;
        var handlers = strategies.ToArray();
        var contenders = Kernels.Observed.SelectMany(profile => handlers.Select(handler => new Kernel(profile, handler))).ToArray();
        ForEachScenario(seed, scenario =>
        {
            foreach (var kernel in contenders)
            {
                foreach (var record in StepRecord.Of(scenario, kernel))
                {
                    var verdict = judge(record);
                    spoken += verdict is null ? 0 : 1;
                    if (verdict == false)
                    {
                        Assert.Fail(record.ToString());
                    }
                }
            }
        });
        Assert.True(spoken >= 20, $"the law spoke only {spoken} times");
    }

    /// <summary>Judges the scenarios of a seed.</summary>
    public static void ForEachScenario(int seed, Action<Scenario> judge)
        => Cases.Check(Generators.Scenario, seed, Scenarios, judge, ScenarioText.Print);

    /// <summary>The scenarios of a seed.</summary>
    public static IEnumerable<Scenario> ScenariosOf(int seed) => Cases.Of(Generators.Scenario, seed, Scenarios);
}
