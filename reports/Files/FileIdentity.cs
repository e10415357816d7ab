namespace Compare.Reports;

/// <summary>Which file it is that a path leads to, symbolic links followed: equal for all names of one file, be it that a directory above
/// it is a link or that it has a second hard link.</summary>
/// <param name="Key">Device and inode; the path where the system does not tell them.</param>
/// <param name="IsRegular">Whether it is a regular file: no directory, pipe, socket or device.</param>
public sealed record FileIdentity(string Key, bool IsRegular)
{
    /// <summary>The file of a path.</summary>
    /// <param name="path">The path, absolute or from the working directory.</param>
    /// <returns>Its identity; null if there is no such file, or it cannot be reached.</returns>
    public static FileIdentity? Of(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        var full = Path.GetFullPath(path);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                return SystemCalls.Identify(full) is { } found
                    ? new FileIdentity(FormattableString.Invariant($"{found.Device:x}:{found.Inode:x}"), found.IsRegular)
                    : null;
            }
            catch (EntryPointNotFoundException)
            {
                // An old C library: as on other systems.
            }
        }

        return Path.Exists(full) ? new FileIdentity(Resolve(full), !Directory.Exists(full)) : null;
    }

    /// <summary>The absolute path that a path leads to when it is itself a symbolic link, whether anything is there or not.</summary>
    /// <exception cref="IOException">The links go in a circle.</exception>
    public static string Resolve(string path)
    {
        var file = new FileInfo(path);
        return (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) ?? file).FullName;
    }
}
