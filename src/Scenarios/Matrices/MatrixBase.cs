namespace Compare.Scenarios;

/// <summary>One combination of the axes that have no centre: mount, file system, mapping and access.</summary>
internal sealed record MatrixBase(Mount Mount, FileSystemState FileSystem, MappingKind Mapping, Verb Access)
{
    private static readonly ImmutableArray<Verb> Accesses = [Verb.Load, Verb.Store, Verb.Force, Verb.CopyIn, Verb.MemoryLock];

    /// <summary>Every legal combination, in ordinal order of the name. No name begins another one, so names with suffixes are in order as
    /// well.</summary>
    public static ImmutableArray<MatrixBase> All { get; } = Product();

    /// <summary>The beginning of an id.</summary>
    public string Name { get; } =
        $"{Axes.Mounts.Of(Mount)}.{Axes.FileSystems.Of(FileSystem)}.{Axes.Mappings.Of(Mapping)}.{Axes.Verbs.Of(Access)}";

    private static ImmutableArray<MatrixBase> Product()
    {
        var bases = new List<MatrixBase>();
        foreach (var mount in Axes.Mounts.Values)
        {
            foreach (var fileSystem in Axes.FileSystems.Values)
            {
                foreach (var mapping in Axes.Mappings.Values)
                {
                    if (!ScenarioRules.CanMap(fileSystem, mapping))
                    {
                        continue;
                    }

                    foreach (var access in Accesses)
                    {
                        bases.Add(new MatrixBase(mount, fileSystem, mapping, access));
                    }
                }
            }
        }

        bases.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return [.. bases];
    }
}
