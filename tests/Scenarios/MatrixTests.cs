using System.Buffers;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class MatrixTests
{
    private static readonly SearchValues<char> SafeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._@+-");

    [Fact]
    public void The_standard_matrix_has_9720_scenarios_and_the_cross_matrix_236160()
    {
        Assert.Equal((9_720, 236_160), (StandardMatrix.Count, CrossMatrix.Count));
        Assert.Equal(StandardMatrix.Count, StandardMatrix.Build().Length);
        Assert.Equal(CrossMatrix.Count, CrossMatrix.Enumerate().Count());
    }

    [Fact]
    public void Scenarios_come_in_ordinal_order_of_ids_that_are_unique_and_safe_in_a_shell()
    {
        string? last = null;
        foreach (var scenario in CrossMatrix.Enumerate())
        {
            if (string.CompareOrdinal(last, scenario.Id) >= 0)
            {
                Assert.Fail($"{last} stands before {scenario.Id}");
            }

            if (scenario.Id.AsSpan().ContainsAnyExcept(SafeLetters) || !char.IsAsciiLetterLower(scenario.Id[0]))
            {
                Assert.Fail($"{scenario.Id} is not safe");
            }

            last = scenario.Id;
        }
    }

    [Fact]
    public void Every_scenario_of_the_cross_matrix_is_another_one()
        => Assert.Equal(
            CrossMatrix.Count,
            CrossMatrix.Enumerate().Select(scenario => (scenario.Setup, scenario.StepsText)).Distinct().Count());

    [Fact]
    public void The_standard_matrix_is_what_is_near_the_centre_of_the_cross_matrix()
    {
        var expected = CrossMatrix.Enumerate().Where(scenario =>
        {
            var isWide = scenario.Setup is { Mount: Mount.Dax, FileSystem: FileSystemState.Writable or FileSystemState.ReadOnly };
            return OffCentre(scenario) <= (isWide ? 2 : 1);
        });
        Assert.Equal(expected, StandardMatrix.Build());
    }

    [Theory]
    [InlineData("dax.rw.private.store", "steps=store")]
    [InlineData("nodax.nojournal_ro.shared_rofd.mlock+nohuge", "mount=nodax fs=nojournal_ro mapping=shared_rofd thp=nohuge steps=mlock")]
    [InlineData("dax.ro.private.store+after-load@near+misaligned", "fs=ro geometry=misaligned steps=load@near store")]
    [InlineData("dax.rw.shared.load+hole+partial@beyond", "mapping=shared extent=hole size=partial steps=load@beyond")]
    [InlineData("dax.rw.shared.load+frag+partial", "mapping=shared extent=frag size=partial steps=load")]
    [InlineData("dax.ro.private_ro.load+after-other-store", "fs=ro mapping=private_ro steps=other-store load")]
    [InlineData("dax.rw.private.force+after-load@far+small", "geometry=small steps=load@far force")]
    [InlineData("dax.rw.private.force+after-load+partial@beyond", "size=partial steps=load force@beyond")]
    public void An_id_names_what_is_off_centre(string id, string text)
        => Assert.Equal(ScenarioText.Parse($"id={id} {text}"), Assert.Single(StandardMatrix.Build(), scenario => scenario.Id == id));

    private static int OffCentre(Scenario scenario)
    {
        var centre = ScenarioText.Centre;
        bool[] off =
        [
            scenario.Steps.Length > 1,
            scenario.Setup.Geometry != centre.Geometry,
            scenario.Setup.Extents != centre.Extents,
            scenario.Setup.Length != centre.Length,
            scenario.Setup.HugePages != centre.HugePages,
        ];
        return off.Count(axis => axis);
    }
}
