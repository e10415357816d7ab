using System.Reflection;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

/// <summary>What a new axis needs: a property of <see cref="WorldSetup"/>, its words and its entry in <see cref="Axes.All"/>, a world that it
/// changes in the engine, and a place in the matrices (<c>MatrixPoint.Product</c>). Everything else goes along the table.</summary>
public sealed class AxisTests
{
    public static TheoryData<string> Names => [.. Axes.All.Select(axis => axis.Name)];

    [Fact]
    public void Every_property_of_a_world_has_its_entry_in_the_table()
    {
        foreach (var property in typeof(WorldSetup).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var axes = Axes.All.Where(axis => Changed(axis).Contains(property.Name)).Select(axis => axis.Name).ToArray();
            if (axes.Length != 1)
            {
                Assert.Fail($"WorldSetup.{property.Name} is set by {axes.Length} entries of Axes.All, expected one: {string.Join(", ", axes)}");
            }
        }

        Assert.All(Axes.All, axis => Assert.Single(Changed(axis)));
        Assert.Equal(ScenarioColumns.All, ["id", .. Names.Select(row => row.Data), "steps"]);
    }

    [Fact]
    public void The_number_of_a_value_is_the_index_of_its_word()
    {
        InOrder("mount", Axes.Mounts);
        InOrder("fs", Axes.FileSystems);
        InOrder("mapping", Axes.Mappings);
        InOrder("geometry", Axes.Geometries);
        InOrder("extent", Axes.Extents);
        InOrder("size", Axes.Lengths);
        InOrder("thp", Axes.HugePages);
        InOrder(null, Axes.Verbs);
        InOrder(null, Axes.Places);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_set_is_read_and_found(string name)
    {
        var axis = Axes.Find(name)!;
        for (var value = 0; value < axis.Words.Length; value++)
        {
            var setup = axis.With(ScenarioText.Centre, value);
            Assert.Equal((value, axis.Words[value], value != axis.Centre), (axis.Read(setup), axis.Text(setup), axis.IsOffCentre(setup)));
            Assert.Equal(value, axis.Find(axis.Words[value]));
            Assert.Null(ScenarioColumns.Refuse(name, axis.Words[value]));
        }

        Assert.Equal(-1, axis.Find("no such word"));
        Assert.Equal(Problem.UnknownWord("no such word", axis.Words), ScenarioColumns.Refuse(name, "no such word"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_an_axis_makes_another_world_in_the_engine(string name)
    {
        var axis = Axes.Find(name)!;
        var worlds = axis.Words.Select((_, value) => Kernel.SetUp(axis.With(ScenarioText.Centre, value))).Distinct().Count();
        if (worlds != axis.Words.Length)
        {
            Assert.Fail($"Kernel.SetUp makes {worlds} worlds of the {axis.Words.Length} values of axis {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_of_an_axis_is_in_both_matrices(string name)
    {
        var axis = Axes.Find(name)!;
        foreach (var (matrix, scenarios) in (ReadOnlySpan<(string, IEnumerable<Scenario>)>)
            [("standard", StandardMatrix.Build()), ("cross", CrossMatrix.Enumerate())])
        {
            var missing = axis.Words.Except(scenarios.Select(scenario => axis.Text(scenario.Setup)).Distinct()).ToArray();
            if (missing.Length > 0)
            {
                Assert.Fail($"the {matrix} matrix has no scenario with {name} {string.Join(", ", missing)}: see MatrixBase and MatrixPoint");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_other_value_of_an_axis_is_a_neighbour(string name)
    {
        var axis = Axes.Find(name)!;
        var neighbours = ScenarioNeighbour.Of(ScenarioText.Parse("steps=load")).Where(item => item.Column == name).ToArray();
        Assert.Equal(axis.Words.Where((_, value) => value != axis.Centre), neighbours.Select(item => item.To));
        Assert.All(neighbours, item => Assert.Equal((axis.Words[axis.Centre], item.To), (item.From, axis.Text(item.Setup))));
    }

    private static void InOrder<T>(string? axis, Words<T> words)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Order(), words.Values);
        if (axis is not null)
        {
            Assert.Equal(words.All, Axes.Find(axis)!.Words);
        }
    }

    /// <summary>The properties that an axis sets.</summary>
    private static string[] Changed(Axis axis)
    {
        var other = axis.With(ScenarioText.Centre, (axis.Centre + 1) % axis.Words.Length);
        return
        [
            .. typeof(WorldSetup).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => !Equals(property.GetValue(other), property.GetValue(ScenarioText.Centre)))
                .Select(property => property.Name),
        ];
    }
}
