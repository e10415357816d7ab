using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Engine;

public sealed class NoAllocationTests
{
    [Fact]
    public void With_nobody_listening_a_step_allocates_nothing()
    {
        var scenarios = StandardMatrix.Build();
        var kernels = Kernels.Observed
            .SelectMany(profile => Shipped.All.Append(Examples.V2NoSplit).Select(strategy => new Kernel(profile, strategy)))
            .ToArray();
        var effects = new Effects();
        Run(scenarios.AsSpan(), kernels, effects);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var steps = Run(scenarios.AsSpan(), kernels, effects);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated);
        Assert.True(steps > scenarios.Length * kernels.Length);
    }

    [Fact]
    public void An_observer_that_allocates_is_noticed()
    {
        var kernel = new Kernel(KernelProfiles.V61, Simulation.Zwisler, new RecordingObserver());
        var effects = new Effects();
        var scenarios = StandardMatrix.Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(scenarios.AsSpan()[..100], [kernel], effects);
        Assert.NotEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static int Run(ReadOnlySpan<Scenario> scenarios, Kernel[] kernels, Effects effects)
    {
        var steps = 0;
        foreach (var scenario in scenarios)
        {
            foreach (var kernel in kernels)
            {
                var world = scenario.Begin();
                foreach (var step in scenario.Steps)
                {
                    kernel.Run(in world, step, out world, effects);
                    steps++;
                    if (effects.Result.EndsRun())
                    {
                        break;
                    }
                }
            }
        }

        return steps;
    }
}
