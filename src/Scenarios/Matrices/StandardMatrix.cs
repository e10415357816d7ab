namespace Compare.Scenarios;

/// <summary>The default matrix: every legal combination of mount, file system, mapping and access, and around each of them what is one
/// axis off the centre; on a <c>dax</c> mount that is <c>rw</c> or <c>ro</c>, two axes.</summary>
/// <remarks>
/// <para>The count. Seven file systems allow 5 mappings and two (<c>ro</c>, <c>nojournal_ro</c>) allow 3: 41. With 2 mounts and 5 accesses
/// that is 410 bases.</para>
/// <para>Off the centre there are 7 prior steps, 2 geometries, 3 extents, 2 sizes (<c>partial</c>, and <c>partial</c> with the access
/// <c>@beyond</c>) and 1 <c>thp</c>: 15 with one axis off. With two axes off: (15² − 7² − 2² − 3² − 2² − 1²) / 2 = 79.</para>
/// <para>410 × (1 + 15) = 6,560. The bases with two axes off are <c>dax</c> with <c>rw</c> (5 mappings) and <c>ro</c> (3), 5 accesses each:
/// 40 × 79 = 3,160. Together 9,720.</para>
/// <para>So nothing else is left out: <c>small</c> occurs with <c>load@far</c> and with <c>@beyond</c>, which then lie outside the mapping,
/// and <c>other-store</c> occurs where the second mapping is read-only. The prior step keeps its own place when the access is
/// <c>@beyond</c>.</para>
/// <para>An id is <c>mount.fs.mapping.access</c>, then <c>+</c> and a name for each axis off its centre:
/// <c>dax.rw.private.store+after-load@near+misaligned</c>. It holds letters, digits and <c>. + - _ @</c> only.</para>
/// </remarks>
public static class StandardMatrix
{
    /// <summary>How many scenarios there are.</summary>
    public const int Count = 9_720;

    /// <summary>Builds the matrix.</summary>
    /// <returns>The scenarios in ordinal order of the id.</returns>
    public static ImmutableArray<Scenario> Build()
    {
        var scenarios = ImmutableArray.CreateBuilder<Scenario>(Count);
        scenarios.AddRange(CrossMatrix.Enumerate((item, point) => point.OffCentre <= (IsWide(item) ? 2 : 1)));
        return scenarios.DrainToImmutable();
    }

    private static bool IsWide(MatrixBase item)
        => item is { Mount: Mount.Dax, FileSystem: FileSystemState.Writable or FileSystemState.ReadOnly };
}
