namespace Compare.Engine;

/// <summary>Everything that decides the world before the first step.</summary>
/// <param name="Mount">With or without <c>-o dax</c>.</param>
/// <param name="FileSystem">State of the file system.</param>
/// <param name="Mapping">Open mode, sharing and protection of the main mapping.</param>
/// <param name="Geometry">Place and length of every mapping.</param>
/// <param name="Extents">What backs the file.</param>
/// <param name="Length">Length of the file.</param>
/// <param name="HugePages">Whether mappings may use huge pages.</param>
public readonly record struct WorldSetup(
    Mount Mount,
    FileSystemState FileSystem,
    MappingKind Mapping,
    Geometry Geometry,
    ExtentLayout Extents,
    FileLength Length,
    HugePages HugePages);
