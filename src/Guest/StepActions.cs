namespace Compare.Guest;

/// <summary>What a step does. Called in the child of a fork: nothing here allocates.</summary>
internal static unsafe class StepActions
{
    private const long TruncatedLength = 5 * Mapping.PageSize;
    private const int TargetPage = 10;

    /// <summary>An error that tables have no word for; the parent then ends with a message.</summary>
    private const StepResult WithoutWord = (StepResult)byte.MaxValue;

    /// <summary>The page that a step is about.</summary>
    public static byte* PageOf(World world, Step step)
        => (byte*)(step.Verb is Verb.OtherLoad or Verb.OtherStore ? world.Other : world.Main).Address + (Mapping.PageSize * PageNumber(step.Place));

    /// <summary>Does it.</summary>
    /// <param name="world">The world.</param>
    /// <param name="step">Any step but <c>fork</c> and <c>exit-child</c>. One that another task does is nothing here.</param>
    public static StepResult Do(World world, Step step)
    {
        var page = PageOf(world, step);
        return step.Verb switch
        {
            Verb.Load or Verb.OtherLoad => UserAccess.Load(page),
            Verb.Store or Verb.OtherStore => UserAccess.Store(page),
            Verb.Force => Force(page),
            Verb.CopyIn => CopyIn(page),
            Verb.MemoryLock => LockPage(page),
            Verb.DontNeed => Of(Native.Advise((byte*)world.Main.Address, world.Main.FirstRange, Native.DontNeed)),
            Verb.Fsync => Of(Native.Flush(world.Main.Descriptor)),
            Verb.Punch => Punch(world),
            Verb.Truncate => Of(Native.SetLength(world.Path, TruncatedLength)),
            Verb.Extend => Of(Native.SetLength(world.Path, Mapping.FullLength)),
            Verb.PopulatePud => PopulatePud(world.Main),
            Verb.Read => ReadFile(world.Main, step.Place),
            Verb.Write => WriteFile(world.Main, step.Place),
            Verb.MemorySync => Of(Native.Sync((byte*)world.Main.Address, world.Main.Length, Native.SyncFlag)),
            Verb.ProtectReadOnly => Protect(world.Main, Native.ProtectRead),
            Verb.ProtectWritable => Protect(world.Main, Native.ProtectRead | Native.ProtectWrite),
            Verb.Remap => Move(world),
            _ => StepResult.Ok,
        };
    }

    private static StepResult ReadFile(Mapping mapping, Place place)
    {
        byte value;
        return Of((int)Native.ReadAt(mapping.Descriptor, &value, 1, PageNumber(place) * Mapping.PageSize));
    }

    private static StepResult WriteFile(Mapping mapping, Place place)
    {
        var value = (byte)'Z';
        return Of((int)Native.WriteAt(mapping.Descriptor, &value, 1, PageNumber(place) * Mapping.PageSize));
    }

    private static StepResult Protect(Mapping mapping, int protection)
        => Of(Native.Protect((byte*)mapping.Address, mapping.Length, protection));

    private static StepResult Move(World world)
    {
        var result = Of(world.Main.Move(out var moved));
        world.Main = moved;
        return result;
    }

    private static long PageNumber(Place place) => place switch
    {
        Place.Near => 12,
        Place.Far => 522,
        Place.Beyond => 300,
        _ => TargetPage,
    };

    private static StepResult Force(byte* page)
    {
        var memory = Native.Open("/proc/self/mem", Native.ReadWrite);
        var value = (byte)'Z';
        var result = Of((int)Native.WriteAt(memory, &value, 1, (long)page));
        _ = Native.Close(memory);
        return result;
    }

    private static StepResult CopyIn(byte* page)
    {
        var ends = stackalloc int[2];
        var value = (byte)'Z';
        _ = Native.Pipe(ends);
        _ = Native.Write(ends[1], &value, 1);
        var result = Of((int)Native.Read(ends[0], page, 1));
        _ = Native.Close(ends[0]);
        _ = Native.Close(ends[1]);
        return result;
    }

    private static StepResult LockPage(byte* page)
    {
        var result = Of(Native.Lock(page, Mapping.PageSize));
        if (result == StepResult.Ok)
        {
            _ = Native.Unlock(page, Mapping.PageSize);
        }

        return result;
    }

    private static StepResult Punch(World world)
    {
        var file = world.Puncher >= 0 ? world.Puncher : Native.Open(world.Path, Native.ReadWrite);
        if (file < 0)
        {
            return Of(file);
        }

        var result = Of(Native.Allocate(file, Native.PunchHole | Native.KeepSize, TargetPage * Mapping.PageSize, Mapping.PageSize));
        if (world.Puncher < 0)
        {
            _ = Native.Close(file);
        }

        return result;
    }

    private static StepResult PopulatePud(Mapping mapping)
    {
        var page = Native.Map(
            mapping.RegionStart + (512 << 20),
            Mapping.PageSize,
            Native.ProtectRead | Native.ProtectWrite,
            Native.MapPrivate | Native.MapAnonymous | Native.MapFixed,
            -1,
            0);
        return (nint)page == -1 ? Of(-1) : UserAccess.Store(page);
    }

    /// <summary>The result of a call: 0 or more, or the error it left.</summary>
    public static StepResult Of(int result) => result >= 0 ? StepResult.Ok : Native.Error switch
    {
        1 => StepResult.Eperm,
        4 => StepResult.Eintr,
        5 => StepResult.Eio,
        9 => StepResult.Ebadf,
        11 => StepResult.Eagain,
        12 => StepResult.Enomem,
        13 => StepResult.Eacces,
        14 => StepResult.Efault,
        16 => StepResult.Ebusy,
        19 => StepResult.Enodev,
        22 => StepResult.Einval,
        26 => StepResult.Etxtbsy,
        27 => StepResult.Efbig,
        28 => StepResult.Enospc,
        30 => StepResult.Erofs,
        95 => StepResult.Eopnotsupp,
        117 => StepResult.Euclean,
        122 => StepResult.Edquot,
        _ => WithoutWord,
    };
}
