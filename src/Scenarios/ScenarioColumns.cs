using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>The columns of a scenario: those of a scenario table, and those derived from its steps.</summary>
public static class ScenarioColumns
{
    /// <summary>The columns of a scenario table, in the order in which they are written.</summary>
    public static ImmutableArray<string> All { get; } =
        ["id", "mount", "fs", "mapping", "geometry", "extent", "size", "thp", "steps"];

    /// <summary>The columns that filters and conditions may name besides: never in a file.</summary>
    public static ImmutableArray<string> Derived { get; } = ["access", "at", "prior"];

    /// <summary>The text of a column.</summary>
    /// <param name="scenario">A scenario.</param>
    /// <param name="column">A name from <see cref="All"/> or <see cref="Derived"/>.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static string Text(Scenario scenario, string column)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var setup = scenario.Setup;
        return column switch
        {
            "id" => scenario.Id,
            "mount" => Axes.Mounts.Of(setup.Mount),
            "fs" => Axes.FileSystems.Of(setup.FileSystem),
            "mapping" => Axes.Mappings.Of(setup.Mapping),
            "geometry" => Axes.Geometries.Of(setup.Geometry),
            "extent" => Axes.Extents.Of(setup.Extents),
            "size" => Axes.Lengths.Of(setup.Length),
            "thp" => Axes.HugePages.Of(setup.HugePages),
            "steps" => scenario.StepsText,
            "access" => scenario.Access,
            "at" => scenario.At,
            "prior" => scenario.Prior,
            _ => throw new ArgumentException($"no column '{column}'", nameof(column)),
        };
    }
}
