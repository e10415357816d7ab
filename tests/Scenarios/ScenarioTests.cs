using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData("load", "load", "target", "none")]
    [InlineData("load store@near", "store", "near", "load")]
    [InlineData("load@far fork other-load@beyond", "other-load", "beyond", "load@far fork")]
    [InlineData("store fsync", "fsync", "target", "store")]
    public void Access_place_and_prior_come_from_the_steps(string steps, string access, string at, string prior)
    {
        var scenario = ScenarioText.Parse($"steps={steps}");
        Assert.Equal(
            [access, at, prior],
            ScenarioColumns.Derived.Select(column => ScenarioColumns.Text(scenario, column)));
    }

    [Fact]
    public void Scenarios_are_equal_by_value()
    {
        var one = ScenarioText.Parse("id=a steps=load store");
        Assert.Equal(one, ScenarioText.Parse("steps=load store id=a"));
        Assert.Equal(one.GetHashCode(), ScenarioText.Parse("steps=load store id=a").GetHashCode());
        Assert.NotEqual(one, ScenarioText.Parse("id=b steps=load store"));
        Assert.NotEqual(one, ScenarioText.Parse("id=a steps=load"));
        Assert.NotEqual(one, ScenarioText.Parse("id=a fs=ro steps=load store"));
    }

    [Fact]
    public void An_illegal_scenario_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new Scenario("a", ScenarioText.Centre, []));
        Assert.Throws<ArgumentException>(() => new Scenario("", ScenarioText.Centre, [new Step(Verb.Load)]));
        Assert.Throws<ArgumentException>(() => new Scenario("a", ScenarioText.Centre, [new Step(Verb.Fsync, Place.Near)]));
        var shared = ScenarioText.Centre with { FileSystem = FileSystemState.ReadOnly, Mapping = MappingKind.Shared };
        Assert.Throws<ArgumentException>(() => new Scenario("a", shared, [new Step(Verb.Load)]));
    }

    [Fact]
    public void A_column_has_the_same_text_by_name_and_by_place()
    {
        var scenario = ScenarioText.Parse("id=a mount=nodax fs=ro mapping=private_ro geometry=small extent=hole size=partial thp=nohuge steps=load fork");
        string[] expected = ["a", "nodax", "ro", "private_ro", "small", "hole", "partial", "nohuge", "load fork"];
        Assert.Equal(expected, ScenarioColumns.All.Select(column => ScenarioColumns.Text(scenario, column)));
        Assert.Equal(expected, ScenarioColumns.All.Select((_, place) => ScenarioColumns.Text(scenario, place)));
        Assert.Throws<ArgumentException>(() => ScenarioColumns.Text(scenario, "kernel"));
    }

    [Fact]
    public void Columns_say_why_they_cannot_hold_a_text()
    {
        Assert.Equal("found nothing, expected a name", ScenarioColumns.Refuse("id", ""));
        Assert.StartsWith("unknown step: found 'lod'", ScenarioColumns.Refuse("steps", "lod"), StringComparison.Ordinal);
        Assert.StartsWith("found 'lod'", ScenarioColumns.Refuse("access", "lod"), StringComparison.Ordinal);
        Assert.StartsWith("found 'nera'", ScenarioColumns.Refuse("at", "nera"), StringComparison.Ordinal);
        Assert.Null(ScenarioColumns.Refuse("prior", "none"));
        Assert.Null(ScenarioColumns.Refuse("prior", "load store"));
        Assert.NotNull(ScenarioColumns.Refuse("steps", "none"));
        Assert.Throws<ArgumentException>(() => ScenarioColumns.Refuse("kernel", "v6.1"));
    }
}
