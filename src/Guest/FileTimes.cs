namespace Compare.Guest;

/// <summary>Time and allocated size of a file.</summary>
/// <param name="Seconds">Seconds of its mtime.</param>
/// <param name="Nanoseconds">Nanoseconds beside them.</param>
/// <param name="Sectors">Allocated size, in sectors of 512 bytes.</param>
internal readonly unsafe record struct FileTimes(long Seconds, long Nanoseconds, long Sectors)
{
    private const int WorkingDirectory = -100;
    private const long OldTime = 1_000_000_000;

    /// <summary>Longer than a tick of the kernel's clock, which stamps files.</summary>
    private const int TickMilliseconds = 12;

    /// <summary>The state of a file.</summary>
    /// <param name="path">The file.</param>
    public static FileTimes Of(string path)
    {
        Native.FileStatus status;
        Machine.Expect(Native.Status(path, &status), path);
        return new FileTimes(status.ChangedSeconds, status.ChangedNanoseconds, status.Sectors);
    }

    /// <summary>Sets the mtime back, so that any change shows.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether the file system takes it.</returns>
    public static bool Age(string path)
    {
        var times = stackalloc long[] { OldTime, 0, OldTime, 0 };
        return Native.SetTimes(WorkingDirectory, path, times, 0) == 0;
    }

    /// <summary>Makes sure that a change during the next step shows: by an old time, or by a later tick.</summary>
    /// <param name="world">The world.</param>
    /// <param name="files">Its file system.</param>
    public static void Prepare(World world, FileSystem files)
    {
        if (files.TakesTimes ? !Age(world.Path) : world.ChangesFileSystem)
        {
            Thread.Sleep(TickMilliseconds);
        }
    }
}
