using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>A step goes from a world to a world and effects, and nothing else decides it.</summary>
public sealed class PurityTests
{
    [Fact]
    public void A_step_does_the_same_again_from_the_same_world()
        => Law.Holds(21, Shipped.All, step =>
        {
            var effects = new Effects();
            step.Kernel.Run(step.Before, step.Step, out var after, effects);
            return after == step.After && step.Did(effects);
        });

    [Fact]
    public void A_step_does_not_depend_on_what_the_kernel_ran_before()
        => Law.Holds(22, [Original, Examples.V2NoSplit], step =>
        {
            var effects = new Effects();
            new Kernel(step.Kernel.Profile, step.Kernel.Handler).Run(step.Before, step.Step, out var after, effects);
            return after == step.After && step.Did(effects);
        });

    [Fact]
    public void Effects_keep_nothing_of_the_step_before()
    {
        var kernel = new Kernel(KernelProfiles.V413, Examples.V2NoSplit);
        var used = new Effects();
        Law.Holds(23, [Examples.V2NoSplit], step =>
        {
            kernel = step.Kernel.Profile == kernel.Profile ? kernel : new Kernel(step.Kernel.Profile, step.Kernel.Handler);
            kernel.Run(step.Before, step.Step, out _, used);
            return step.Did(used);
        });
    }

    [Fact]
    public void A_step_leaves_the_world_before_it_alone()
    {
        var before = Kernel.SetUp(ScenarioText.Centre);
        var copy = before;
        new Kernel(KernelProfiles.V413, Original).Run(in before, new Step(Verb.Store), out var after, new Effects());
        Assert.True(before == copy);
        Assert.True(before != after);
    }

    [Fact]
    public void A_verb_that_does_not_exist_is_refused()
    {
        var kernel = new Kernel(KernelProfiles.V61, Zwisler);
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Run(default, new Step((Verb)99), out _, new Effects()));
    }
}
