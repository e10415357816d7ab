using System.Reflection;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Engine;

/// <summary>The values that a step is described with.</summary>
public sealed class OutcomeValueTests
{
    [Fact]
    public void Sets_of_rules_are_equal_by_value()
    {
        var kernel = new Kernel(KernelProfiles.V61, Simulation.Zwisler);
        var world = Kernel.SetUp(ScenarioText.Centre);
        var effects = new Effects();
        kernel.Run(in world, new Step(Verb.Load), out _, effects);
        var load = effects.Rules;
        kernel.Run(in world, new Step(Verb.Load), out _, effects);
        Assert.True(load == effects.Rules);
        Assert.True(load.Equals((object)effects.Rules));
        Assert.Equal(load.GetHashCode(), effects.Rules.GetHashCode());
        kernel.Run(in world, new Step(Verb.Store), out _, effects);
        Assert.True(load != effects.Rules);
        Assert.False(load.Equals("a set"));
    }

    [Fact]
    public void Every_rule_says_which_function_of_the_kernel_it_stands_for()
        => Assert.All(Enum.GetValues<Rule>(), rule =>
        {
            var source = typeof(Rule).GetField(rule.ToString())!.GetCustomAttribute<RuleAttribute>();
            Assert.NotNull(source);
            Assert.Matches("^[a-z0-9_/]+\\.[chS]$", source.File);
            Assert.Matches("^[a-z0-9_]+$", source.Function);
            Assert.False(string.IsNullOrWhiteSpace(source.Text));
        });

    [Fact]
    public void A_kernel_tells_its_profile_and_its_strategy()
    {
        var kernel = new Kernel(KernelProfiles.V61, Simulation.Zwisler);
        Assert.Same(KernelProfiles.V61, kernel.Profile);
        Assert.Same(Simulation.Zwisler, kernel.Handler);
    }
}
