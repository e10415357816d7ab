using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class ScenarioTextTests
{
    [Fact]
    public void What_is_not_named_has_its_centre()
        => Assert.Equal(
            "mount=dax fs=rw mapping=private geometry=aligned extent=written size=full thp=huge steps=load",
            ScenarioText.Print(ScenarioText.Parse("steps=load")));

    [Theory]
    [InlineData("fs=ro steps=load store mapping=private_ro")]
    [InlineData("steps=load store fs=ro mapping=private_ro")]
    [InlineData("  mapping=private_ro\tfs=ro   steps= load   store ")]
    public void Pairs_stand_in_any_order_and_steps_reach_to_the_next_pair(string text)
    {
        var scenario = ScenarioText.Parse(text);
        Assert.Equal("load store", scenario.StepsText);
        Assert.Equal(FileSystemState.ReadOnly, scenario.Setup.FileSystem);
        Assert.Equal(MappingKind.PrivateReadOnly, scenario.Setup.Mapping);
    }

    [Fact]
    public void Printing_and_parsing_is_the_same_scenario()
        => Cases.Check(Generators.Scenario, seed: 1, count: 300, scenario =>
        {
            var again = ScenarioText.Parse(ScenarioText.Print(scenario));
            Assert.Equal((scenario.Setup, scenario.StepsText), (again.Setup, again.StepsText));
        });

    [Theory]
    [InlineData("", "found no 'steps='")]
    [InlineData("fs=rw", "found no 'steps='")]
    [InlineData("steps=", "found no step")]
    [InlineData("fs=rw fs=ro steps=load", "found 'fs=' twice")]
    [InlineData("fs=r0 steps=load", "did you mean 'rw'?")]
    [InlineData("maping=private steps=load", "did you mean 'mapping'?")]
    [InlineData("load store", "found 'load', expected column=value")]
    [InlineData("steps=load stroe", "did you mean 'store'?")]
    [InlineData("fs=ro mapping=shared steps=load", "found 'shared' with fs 'ro'")]
    [InlineData("id= steps=load", "id: found nothing")]
    public void What_is_no_scenario_is_refused_with_the_reason(string text, string reason)
    {
        var error = Assert.Throws<InputException>(() => ScenarioText.Parse(text));
        Assert.StartsWith("--scenario: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps=load", 1, 0)]
    [InlineData("fs=ro steps=store@near load", 2, 1)]
    [InlineData("mount=nodax geometry=small steps=load load@beyond", 2, 3)]
    [InlineData("mount=nodax fs=ro mapping=shared_rofd geometry=small extent=hole size=partial thp=nohuge steps=load@far", 1, 8)]
    public void The_shortest_text_names_what_is_off_its_centre(string text, int steps, int offCentre)
    {
        var scenario = ScenarioText.Parse($"id=a {text}");
        Assert.Equal(text, ScenarioText.PrintShort(scenario));
        Assert.Equal((steps, offCentre), scenario.Size);
    }
}
