using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Patches;

/// <summary>A handler in C does what the class of the same strategy does.</summary>
public sealed class CHandlerTests
{
    public static TheoryData<string, string> Handlers
    {
        get
        {
            var handlers = new TheoryData<string, string>();
            foreach (var manner in CSources.Manners)
            {
                foreach (var name in (string[])["original", "v2", "zwisler", "v2-nosplit", "never"])
                {
                    handlers.Add(manner, name);
                }
            }

            return handlers;
        }
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public void Every_outcome_of_the_standard_matrix_is_that_of_the_class(string manner, string name)
    {
        var decision = name switch
        {
            "original" => CSources.Original,
            "v2" => CSources.V2,
            "zwisler" => CSources.Zwisler,
            "v2-nosplit" => CSources.V2NoSplit,
            _ => CSources.Never,
        };
        var strategy = name is "v2-nosplit" or "never" ? Examples.Named(name) : Shipped.Named(name);
        var handler = CSources.Handler(CSources.File(manner, decision));
        AssertSame(strategy, handler, StandardMatrix.Build());
    }

    internal static void AssertSame(FaultHandler strategy, FaultHandler other, IEnumerable<Scenario> scenarios)
    {
        var contenders = Kernels.Observed.SelectMany(kernel => (Contender[])[new(kernel, strategy), new(kernel, other)]);
        var set = new MatrixRun(contenders, 2).Run(scenarios);
        var different = new List<string>();
        for (var scenario = 0; scenario < set.Scenarios.Length; scenario++)
        {
            for (var contender = 0; contender < set.Contenders.Length; contender += 2)
            {
                if (set.IdOf(scenario, contender) != set.IdOf(scenario, contender + 1))
                {
                    different.Add($"{set.Scenarios[scenario].Id} on {set.Contenders[contender].KernelName}");
                }
            }
        }

        Assert.True(different.Count == 0, $"{different.Count} differ: {string.Join(", ", different.Take(5))}");
    }
}
