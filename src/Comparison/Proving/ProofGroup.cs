namespace Compare.Comparison;

/// <summary>Starts that only extents and length tell apart: no step changes anything else of what makes a group.</summary>
/// <param name="Setup">The first start.</param>
/// <param name="Starts">The starts, the one with most at its centre first; at least one.</param>
public sealed record ProofGroup(WorldSetup Setup, ImmutableArray<WorldSetup> Starts)
{
    /// <summary>Every world before the first step, in groups.</summary>
    /// <param name="isIn">Whether a start is looked at.</param>
    public static ImmutableArray<ProofGroup> All(Func<WorldSetup, bool> isIn)
    {
        var setups = new List<WorldSetup> { ScenarioText.Centre };
        foreach (var axis in Axes.All)
        {
            setups = [.. from setup in setups from value in Enumerable.Range(0, axis.Words.Length) select axis.With(setup, value)];
        }

        return
        [
            .. setups.Where(setup => ScenarioRules.CanMap(setup.FileSystem, setup.Mapping) && isIn(setup))
                .GroupBy(setup => setup with { Extents = default, Length = default })
                .Select(group => group.OrderBy(OffCentre).ToImmutableArray())
                .Select(starts => new ProofGroup(starts[0], starts))
                .OrderBy(group => OffCentre(group.Setup)),
        ];
    }

    /// <summary>What is off its centre in all starts, as a scenario's text names it; empty for the centre.</summary>
    public string Words => string.Join(' ', OfGroups.Where(axis => axis.IsOffCentre(Setup)).Select(axis => $"{axis.Name}={axis.Text(Setup)}"));

    /// <summary>The word of each axis that all starts agree in, in the order of the columns.</summary>
    public IEnumerable<string> Key => OfGroups.Select(axis => axis.Text(Setup));

    private static IEnumerable<Axis> OfGroups => Axes.All.Where(axis => axis.Name is not ("extent" or "size"));

    /// <summary>How many starts there are.</summary>
    public int StartCount => Starts.Length;

    /// <summary>Whether a fault of the mapping comes to the DAX handler: without <c>-o dax</c> the file has other operations (fs/ext4/file.c
    /// <c>ext4_file_mmap</c>), and no step mounts it anew.</summary>
    public bool AsksHandler => Setup.Mount == Mount.Dax;

    /// <summary>How many axes of a world are off their centre.</summary>
    /// <param name="setup">The world.</param>
    internal static int OffCentre(WorldSetup setup) => Axes.All.Count(axis => axis.IsOffCentre(setup));
}
