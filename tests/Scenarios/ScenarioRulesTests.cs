using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Scenarios;

public sealed class ScenarioRulesTests
{
    [Fact]
    public void Mappings_of_a_writable_descriptor_are_missing_on_read_only_file_systems_alone()
    {
        foreach (var fileSystem in Axes.FileSystems.Values)
        {
            foreach (var mapping in Axes.Mappings.Values)
            {
                var isReadOnly = Axes.FileSystems.Of(fileSystem) is "ro" or "nojournal_ro";
                var needsWritable = Axes.Mappings.Of(mapping) is "shared" or "shared_ro";
                Assert.Equal(!(isReadOnly && needsWritable), ScenarioRules.CanMap(fileSystem, mapping));
            }
        }
    }

    [Fact]
    public void The_reason_names_both_values_and_what_is_legal()
    {
        var setup = ScenarioText.Centre with { FileSystem = FileSystemState.NoJournalReadOnly, Mapping = MappingKind.SharedReadOnly };
        var broken = ScenarioRules.Check(setup, [new Step(Verb.Load)]);
        Assert.Equal("mapping", broken?.Column);
        Assert.Equal(
            "found 'shared_ro' with fs 'nojournal_ro', where no file can be opened for writing; expected one of shared_rofd, private, private_ro",
            broken?.Problem);
    }
}
