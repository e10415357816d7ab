using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Compare.Reports;

/// <summary>What .NET has no name for: which file it is that a path leads to, and a directory brought to the disk.</summary>
internal static class SystemCalls
{
    private const string Library = "libc";
    private const int CurrentDirectory = -100;

    /// <summary>Size of <c>struct statx</c>, the same on every processor, and where its fields are.</summary>
    private const int Size = 256;
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int DeviceAt = 136;

    private const uint TypeAndInode = 0x101;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Asks which file a path leads to, symbolic links followed.</summary>
    /// <param name="path">An absolute path.</param>
    /// <returns>Its device and inode, and whether it is a regular file; null where there is none.</returns>
    /// <exception cref="EntryPointNotFoundException">The C library is older than the call.</exception>
    public static (ulong Device, ulong Inode, bool IsRegular)? Identify(string path)
    {
        var found = new byte[Size];
        if (StatX(CurrentDirectory, path, flags: 0, TypeAndInode, found) != 0)
        {
            return null;
        }

        var isRegular = (BitConverter.ToUInt16(found, ModeAt) & TypeMask) == RegularFile;
        return (BitConverter.ToUInt64(found, DeviceAt), BitConverter.ToUInt64(found, InodeAt), isRegular);
    }

    /// <summary>Brings the names in a directory to the disk, where the system does that.</summary>
    /// <param name="path">The directory. One that this process must not read is passed over.</param>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = Open(path, flags: 0);
        if (!directory.IsInvalid)
        {
            RandomAccess.FlushToDisk(directory);
        }
    }

    [DllImport(Library, EntryPoint = "statx")]
    private static extern int StatX(
        int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] result);

    [DllImport(Library, EntryPoint = "open")]
    private static extern SafeFileHandle Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
