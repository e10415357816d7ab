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
        var random = new RandomRows(seed);
        var contenders = Kernels.Observed.SelectMany(profile => handlers.Select(handler => new Kernel(profile, handler))).ToArray();
        for (var number = 0; number < Scenarios; number++)
        {
            var scenario = random.Scenario(number);
            foreach (var kernel in contenders)
            {
                foreach (var record in StepRecord.Of(scenario, kernel))
                {
                    var verdict = judge(record);
                    Assert.True(verdict != false, record.ToString());
                    spoken += verdict is null ? 0 : 1;
                }
            }
        }

        Assert.True(spoken >= 20, $"the law spoke only {spoken} times");
    }

    /// <summary>The scenarios that <see cref="Holds"/> runs.</summary>
    public static IEnumerable<Scenario> ScenariosOf(int seed)
    {
        var random = new RandomRows(seed);
        return Enumerable.Range(0, Scenarios).Select(random.Scenario);
    }
}
