namespace Compare.Scenarios;

/// <summary>The words of every column that holds a choice, and the table of the axes of a world.</summary>
public static class Axes
{
    /// <summary>Column <c>mount</c>.</summary>
    public static Words<Mount> Mounts { get; } = new((Mount.Dax, "dax"), (Mount.NoDax, "nodax"));

    /// <summary>Column <c>fs</c>.</summary>
    public static Words<FileSystemState> FileSystems { get; } = new(
        (FileSystemState.Writable, "rw"),
        (FileSystemState.ReadOnly, "ro"),
        (FileSystemState.Emergency, "emergency"),
        (FileSystemState.Aborted, "aborted"),
        (FileSystemState.Shutdown, "shutdown"),
        (FileSystemState.Frozen, "frozen"),
        (FileSystemState.NoJournal, "nojournal"),
        (FileSystemState.NoJournalReadOnly, "nojournal_ro"),
        (FileSystemState.Full, "full"));

    /// <summary>Column <c>mapping</c>.</summary>
    public static Words<MappingKind> Mappings { get; } = new(
        (MappingKind.Shared, "shared"),
        (MappingKind.SharedReadOnly, "shared_ro"),
        (MappingKind.SharedReadOnlyDescriptor, "shared_rofd"),
        (MappingKind.Private, "private"),
        (MappingKind.PrivateReadOnly, "private_ro"));

    /// <summary>Column <c>geometry</c>.</summary>
    public static Words<Geometry> Geometries { get; } = new(
        (Geometry.Aligned, "aligned"),
        (Geometry.Misaligned, "misaligned"),
        (Geometry.Small, "small"));

    /// <summary>Column <c>extent</c>.</summary>
    public static Words<ExtentLayout> Extents { get; } = new(
        (ExtentLayout.Written, "written"),
        (ExtentLayout.Unwritten, "unwritten"),
        (ExtentLayout.Hole, "hole"),
        (ExtentLayout.Fragmented, "frag"));

    /// <summary>Column <c>size</c>.</summary>
    public static Words<FileLength> Lengths { get; } = new((FileLength.Full, "full"), (FileLength.Partial, "partial"));

    /// <summary>Column <c>thp</c>.</summary>
    public static Words<HugePages> HugePages { get; } = new(
        (Engine.HugePages.Allowed, "huge"),
        (Engine.HugePages.Refused, "nohuge"));

    /// <summary>Everything that a world before its first step can differ in, in the order of the columns. Whatever reads, writes, filters or
    /// varies scenarios goes along this table; <c>AxisTests</c> tells what else a new axis needs.</summary>
    public static ImmutableArray<Axis> All { get; } =
    [
        new("mount", Mounts.All, (int)Mount.Dax, static (in setup) => (int)setup.Mount,
            static (in setup, value) => setup with { Mount = (Mount)value }),
        new("fs", FileSystems.All, (int)FileSystemState.Writable, static (in setup) => (int)setup.FileSystem,
            static (in setup, value) => setup with { FileSystem = (FileSystemState)value }),
        new("mapping", Mappings.All, (int)MappingKind.Private, static (in setup) => (int)setup.Mapping,
            static (in setup, value) => setup with { Mapping = (MappingKind)value }),
        new("geometry", Geometries.All, (int)Geometry.Aligned, static (in setup) => (int)setup.Geometry,
            static (in setup, value) => setup with { Geometry = (Geometry)value }),
        new("extent", Extents.All, (int)ExtentLayout.Written, static (in setup) => (int)setup.Extents,
            static (in setup, value) => setup with { Extents = (ExtentLayout)value }),
        new("size", Lengths.All, (int)FileLength.Full, static (in setup) => (int)setup.Length,
            static (in setup, value) => setup with { Length = (FileLength)value }),
        new("thp", HugePages.All, (int)Engine.HugePages.Allowed, static (in setup) => (int)setup.HugePages,
            static (in setup, value) => setup with { HugePages = (HugePages)value }),
    ];

    /// <summary>The axis of a column, or null if the column is none.</summary>
    /// <param name="column">Name of a column.</param>
    public static Axis? Find(string column)
    {
        foreach (var axis in All)
        {
            if (axis.Name == column)
            {
                return axis;
            }
        }

        return null;
    }

    /// <summary>The verbs of column <c>steps</c>.</summary>
    public static Words<Verb> Verbs { get; } = new(
        (Verb.Load, "load"),
        (Verb.Store, "store"),
        (Verb.Force, "force"),
        (Verb.CopyIn, "copyin"),
        (Verb.MemoryLock, "mlock"),
        (Verb.OtherLoad, "other-load"),
        (Verb.OtherStore, "other-store"),
        (Verb.DontNeed, "dontneed"),
        (Verb.Fsync, "fsync"),
        (Verb.Punch, "punch"),
        (Verb.Truncate, "truncate"),
        (Verb.Extend, "extend"),
        (Verb.Fork, "fork"),
        (Verb.PopulatePud, "populate-pud"),
        (Verb.ExitChild, "exit-child"),
        (Verb.Read, "read"),
        (Verb.Write, "write"),
        (Verb.MemorySync, "msync"),
        (Verb.ProtectReadOnly, "mprotect-ro"),
        (Verb.ProtectWritable, "mprotect-rw"),
        (Verb.Remap, "mremap"),
        (Verb.Freeze, "freeze"),
        (Verb.Thaw, "thaw"),
        (Verb.RemountReadOnly, "remount-ro"),
        (Verb.RemountWritable, "remount-rw"),
        (Verb.Shutdown, "shutdown"));

    /// <summary>The places of the derived column <c>at</c>. In a step the first one is what no <c>@where</c> means.</summary>
    public static Words<Place> Places { get; } = new(
        (Place.Target, "target"),
        (Place.Near, "near"),
        (Place.Far, "far"),
        (Place.Beyond, "beyond"));

    /// <summary>The values of <c>result</c>: what the engine gives, then the other errno names that a step can end in on Linux.</summary>
    public static Words<StepResult> Results { get; } = new(
        (StepResult.Ok, "ok"),
        (StepResult.SigBus, "SIGBUS"),
        (StepResult.SigSegv, "SIGSEGV"),
        (StepResult.Efault, "EFAULT"),
        (StepResult.Eio, "EIO"),
        (StepResult.Enomem, "ENOMEM"),
        (StepResult.Erofs, "EROFS"),
        (StepResult.Einval, "EINVAL"),
        (StepResult.Enospc, "ENOSPC"),
        (StepResult.Blocked, "blocked"),
        (StepResult.Livelock, "livelock"),
        (StepResult.Oops, "oops"),
        (StepResult.Hang, "hang"),
        (StepResult.Eacces, "EACCES"),
        (StepResult.Eagain, "EAGAIN"),
        (StepResult.Ebusy, "EBUSY"),
        (StepResult.Edquot, "EDQUOT"),
        (StepResult.Efbig, "EFBIG"),
        (StepResult.Eintr, "EINTR"),
        (StepResult.Enodev, "ENODEV"),
        (StepResult.Eopnotsupp, "EOPNOTSUPP"),
        (StepResult.Eperm, "EPERM"),
        (StepResult.Etxtbsy, "ETXTBSY"),
        (StepResult.Euclean, "EUCLEAN"),
        (StepResult.Ebadf, "EBADF"));

    /// <summary>The values of <c>page</c>.</summary>
    public static Words<MappedPage> Pages { get; } = new(
        (MappedPage.Absent, "absent"),
        (MappedPage.Dax, "dax"),
        (MappedPage.Zero, "zero"),
        (MappedPage.HugeZero, "hugezero"),
        (MappedPage.Cache, "cache"),
        (MappedPage.Anonymous, "anon"),
        (MappedPage.NotAsked, "-"));
}
