using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Engine;

public sealed class WorldTests
{
    [Fact]
    public void A_world_is_a_few_hundred_bytes()
        => Assert.InRange(World.Size, 1, 400);

    [Fact]
    public void Worlds_that_the_same_steps_lead_to_are_equal_and_hash_alike()
        => Law.Holds(31, [Simulation.Zwisler], step =>
        {
            var world = step.Scenario.Begin();
            foreach (var earlier in step.Scenario.Steps.Take(step.Index + 1))
            {
                step.Kernel.Run(world, earlier, out world, new Effects());
            }

            return world.Equals(step.After) && world.Equals((object)step.After) && world.GetHashCode() == step.After.GetHashCode();
        });

    [Fact]
    public void What_an_axis_changes_is_part_of_the_world()
    {
        string[] axes =
        [
            "", "mount=nodax", "fs=ro", "fs=full", "mapping=shared", "geometry=small", "extent=hole", "extent=unwritten", "extent=frag",
            "size=partial", "thp=nohuge",
        ];
        var worlds = axes.Select(axis => Kernel.SetUp(ScenarioText.Parse($"{axis} steps=load").Setup)).ToArray();
        Assert.Equal(worlds.Length, worlds.Distinct().Count());
        Assert.False(worlds[0].Equals("a world"));
    }

    [Theory]
    [InlineData("mapping=shared steps=store")]
    [InlineData("mapping=shared steps=load")]
    [InlineData("mapping=private steps=store")]
    [InlineData("steps=populate-pud")]
    [InlineData("steps=punch")]
    [InlineData("steps=truncate")]
    [InlineData("extent=hole size=partial steps=extend")]
    [InlineData("mount=nodax mapping=shared steps=store")]
    public void A_step_that_can_change_a_later_one_leads_to_another_world(string scenario)
        => Assert.NotEqual(Kernel.SetUp(ScenarioText.Parse(scenario).Setup), Simulation.Run(scenario, Simulation.V413).World);

    [Fact]
    public void A_counter_is_no_part_of_the_world()
    {
        // Two loads that fall back and fail count each time, and lead nowhere new.
        var once = Simulation.Run("size=partial steps=load@beyond", Simulation.V61);
        var twice = Simulation.Run("size=partial steps=load@beyond load@beyond", Simulation.V61);
        Assert.Equal(["1", "1|1"], [once.Fallbacks, twice.Fallbacks]);
        Assert.Equal(once.World, twice.World);
    }
}
