using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Compare.Guest;

/// <summary>The calls of libc that the guest needs, with Linux's constants for x86-64. None of them allocates managed memory for a text
/// of less than 256 bytes, so that a child of a fork can use them.</summary>
internal static unsafe partial class Native
{
    public const int ReadOnly = 0;
    public const int WriteOnly = 1;
    public const int ReadWrite = 2;
    public const int Create = 0x40;
    public const int Truncate = 0x200;
    public const int Append = 0x400;
    public const int NonBlocking = 0x800;
    public const int ProtectRead = 1;
    public const int ProtectWrite = 2;
    public const int ProtectExecute = 4;
    public const int MapShared = 1;
    public const int MapPrivate = 2;
    public const int MapFixed = 0x10;
    public const int MapAnonymous = 0x20;
    public const int DontNeed = 4;
    public const int NoHugePage = 15;
    public const int KeepSize = 1;
    public const int PunchHole = 2;
    public const int SyncFlag = 4;
    public const int MayMove = 1;
    public const int FixedPlace = 2;
    public const int RemountFlag = 32;
    public const int ReadOnlyFlag = 1;
    public const int Kill = 9;
    public const int ParentDeathSignal = 1;
    public const int PowerOff = 0x4321fedc;
    public const ulong Freeze = 0xc0045877;
    public const ulong Thaw = 0xc0045878;
    public const ulong Shutdown = 0x8004587d;

    private const string C = "libc";

    /// <summary>The error number of the last call of this thread.</summary>
    public static int Error => Marshal.GetLastPInvokeError();

    [LibraryImport(C, EntryPoint = "mount", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Mount(string source, string target, string type, ulong flags, string? data);

    [LibraryImport(C, EntryPoint = "umount2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unmount(string target, int flags);

    [LibraryImport(C, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags, int mode = 0);

    [LibraryImport(C, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport(C, EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, void* buffer, nint count);

    [LibraryImport(C, EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, void* buffer, nint count);

    [LibraryImport(C, EntryPoint = "pread", SetLastError = true)]
    public static partial nint ReadAt(int descriptor, void* buffer, nint count, long offset);

    [LibraryImport(C, EntryPoint = "pwrite", SetLastError = true)]
    public static partial nint WriteAt(int descriptor, void* buffer, nint count, long offset);

    [LibraryImport(C, EntryPoint = "fsync", SetLastError = true)]
    public static partial int Flush(int descriptor);

    [LibraryImport(C, EntryPoint = "sync")]
    public static partial void FlushAll();

    [LibraryImport(C, EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int SetLength(int descriptor, long length);

    [LibraryImport(C, EntryPoint = "truncate", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetLength(string path, long length);

    [LibraryImport(C, EntryPoint = "fallocate", SetLastError = true)]
    public static partial int Allocate(int descriptor, int mode, long offset, long length);

    [LibraryImport(C, EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, ulong request, void* argument);

    [LibraryImport(C, EntryPoint = "mmap", SetLastError = true)]
    public static partial byte* Map(nint address, nint length, int protection, int flags, int descriptor, long offset);

    [LibraryImport(C, EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(byte* address, nint length);

    [LibraryImport(C, EntryPoint = "mprotect", SetLastError = true)]
    public static partial int Protect(byte* address, nint length, int protection);

    [LibraryImport(C, EntryPoint = "mremap", SetLastError = true)]
    public static partial byte* Remap(byte* address, nint length, nint newLength, int flags, nint newAddress);

    [LibraryImport(C, EntryPoint = "msync", SetLastError = true)]
    public static partial int Sync(byte* address, nint length, int flags);

    [LibraryImport(C, EntryPoint = "madvise", SetLastError = true)]
    public static partial int Advise(byte* address, nint length, int advice);

    [LibraryImport(C, EntryPoint = "mlock", SetLastError = true)]
    public static partial int Lock(byte* address, nint length);

    [LibraryImport(C, EntryPoint = "munlock", SetLastError = true)]
    public static partial int Unlock(byte* address, nint length);

    [LibraryImport(C, EntryPoint = "pipe", SetLastError = true)]
    public static partial int Pipe(int* ends);

    [LibraryImport(C, EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(PollEntry* entries, ulong count, int milliseconds);

    [LibraryImport(C, EntryPoint = "utimensat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetTimes(int directory, string path, long* times, int flags);

    [LibraryImport(C, EntryPoint = "stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Status(string path, FileStatus* status);

    [LibraryImport(C, EntryPoint = "fork", SetLastError = true)]
    public static partial int Fork();

    [LibraryImport(C, EntryPoint = "getpid")]
    public static partial int ProcessId();

    [LibraryImport(C, EntryPoint = "waitpid", SetLastError = true)]
    public static partial int Wait(int process, int* status, int options);

    [LibraryImport(C, EntryPoint = "kill", SetLastError = true)]
    public static partial int Signal(int process, int signal);

    [LibraryImport(C, EntryPoint = "prctl", SetLastError = true)]
    public static partial int Control(int option, ulong value);

    [LibraryImport(C, EntryPoint = "execv", SetLastError = true)]
    public static partial int Execute(byte* path, byte** arguments);

    [LibraryImport(C, EntryPoint = "_exit")]
    public static partial void Exit(int code);

    [LibraryImport(C, EntryPoint = "sigaction", SetLastError = true)]
    public static partial int Handle(int signal, byte* action, byte* before);

    [LibraryImport(C, EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial long LoadModule(long call, int descriptor, string options, int flags);

    [LibraryImport(C, EntryPoint = "reboot", SetLastError = true)]
    public static partial int Reboot(int command);

    /// <summary><c>struct pollfd</c>.</summary>
    public struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }

    /// <summary><c>struct stat</c>; only what is asked for.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    public struct FileStatus
    {
        [FieldOffset(64)]
        public long Sectors;

        [FieldOffset(88)]
        public long ChangedSeconds;

        [FieldOffset(96)]
        public long ChangedNanoseconds;
    }
}
