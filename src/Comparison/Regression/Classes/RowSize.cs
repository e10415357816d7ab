using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>How small a witness is, as <see cref="DifferenceWitness"/> orders them.</summary>
internal static class RowSize
{
    /// <summary>Steps, then axes off their centre.</summary>
    public static (int Steps, int OffCentre) Of(Scenario scenario)
    {
        var (setup, centre) = (scenario.Setup, ScenarioText.Centre);
        bool[] off =
        [
            setup.Mount != centre.Mount,
            setup.FileSystem != centre.FileSystem,
            setup.Mapping != centre.Mapping,
            setup.Geometry != centre.Geometry,
            setup.Extents != centre.Extents,
            setup.Length != centre.Length,
            setup.HugePages != centre.HugePages,
            scenario.Steps[^1].Place != default,
        ];
        return (scenario.Steps.Length, off.AsSpan().Count(true));
    }
}
