using System.Text;

namespace Compare.Guest;

/// <summary>The ext4 file system on which scenarios of one kind run: made, mounted and brought into its state.</summary>
/// <param name="mount">With or without DAX.</param>
/// <param name="state">The state while the steps run.</param>
internal sealed unsafe class FileSystem(Mount mount, FileSystemState state)
{
    /// <summary>Where it is mounted.</summary>
    public const string Place = "/mnt";

    /// <summary>The storage.</summary>
    public const string Device = "/dev/pmem0";

    private const string Maker = "/sbin/mke2fs";
    private const int Patience = 100;

    private int _control = -1;
    private bool _isFrozen;
    private bool _isReadOnly = state.OpensReadOnly();

    /// <summary>Whether a file's times can be set: neither frozen nor, as far as the steps tell, read-only.</summary>
    public bool TakesTimes => !_isFrozen && !_isReadOnly;

    private string Options => mount == Mount.Dax ? "dax" : "";

    /// <summary>Makes and mounts it, writable.</summary>
    public void Make()
    {
        string[] journal = state is FileSystemState.NoJournal or FileSystemState.NoJournalReadOnly ? ["-O", "^has_journal"] : ["-J", "size=16"];
        Run([Maker, "-q", "-F", "-t", "ext4", "-b", "4096", "-I", "256", "-E", "stride=512,stripe_width=512,lazy_itable_init=1,nodiscard", .. journal, Device]);
        Directory.CreateDirectory(Place);
        Machine.Expect(Native.Mount(Device, Place, "ext4", 0, Options), $"mount {Device}");
    }

    /// <summary>Makes it read-only or full, where files are opened and mapped after that.</summary>
    public void PrepareBeforeMapping()
    {
        if (state == FileSystemState.Full)
        {
            Fill();
        }

        Native.FlushAll();
        if (state.OpensReadOnly())
        {
            Machine.Expect(Native.Mount("none", Place, "ext4", Native.RemountFlag | Native.ReadOnlyFlag, Options), "remount");
        }
    }

    /// <summary>Brings it into a state into which it comes with its files open and mapped.</summary>
    public void PrepareAfterMapping()
    {
        switch (state)
        {
            case FileSystemState.Emergency:
                File.WriteAllText("/proc/sysrq-trigger", "u");
                AwaitReadOnly();
                break;
            case FileSystemState.Aborted:
                Machine.Expect(Native.Mount("none", Place, "ext4", Native.RemountFlag, "abort"), "abort");
                break;
            case FileSystemState.Shutdown:
                Do(Verb.Shutdown);
                break;
            case FileSystemState.Frozen:
                Do(Verb.Freeze);
                break;
            default:
                break;
        }
    }

    /// <summary>Does to it what a step asks for.</summary>
    /// <param name="verb">A step that another task does.</param>
    public StepResult Do(Verb verb)
    {
        var withoutFlush = 2;
        var result = StepActions.Of(verb switch
        {
            Verb.Freeze => Control(Native.Freeze, null),
            Verb.Thaw => Control(Native.Thaw, null),
            Verb.RemountReadOnly => Native.Mount("none", Place, "ext4", Native.RemountFlag | Native.ReadOnlyFlag, Options),
            Verb.RemountWritable => Native.Mount("none", Place, "ext4", Native.RemountFlag, Options),
            _ => Control(Native.Shutdown, &withoutFlush),
        });
        if (result == StepResult.Ok)
        {
            _isFrozen = verb == Verb.Freeze || (_isFrozen && verb != Verb.Thaw);
            _isReadOnly = verb == Verb.RemountReadOnly || (_isReadOnly && verb != Verb.RemountWritable);
        }

        return result;
    }

    /// <summary>Lets go on whoever waits for a frozen file system.</summary>
    public void Thaw()
    {
        if (_isFrozen)
        {
            Do(Verb.Thaw);
        }
    }

    /// <summary>Takes it away.</summary>
    public void Unmount()
    {
        if (_control >= 0)
        {
            Machine.Expect(Native.Close(_control), Place);
        }

        for (var trial = 0; Native.Unmount(Place, 0) != 0; trial++)
        {
            if (trial == Patience)
            {
                throw new IOException($"umount {Place}: error {Native.Error}");
            }

            Thread.Sleep(50);
        }
    }

    private static void AwaitReadOnly()
    {
        for (var wait = 0; !File.ReadLines("/proc/mounts").Any(line => line.Contains($" {Place} ext4 ro,", StringComparison.Ordinal)); wait++)
        {
            if (wait == Patience)
            {
                throw new IOException("the emergency remount did not come");
            }

            Thread.Sleep(50);
        }
    }

    /// <summary>Takes all free blocks, first in large pieces, then one by one.</summary>
    private static void Fill()
    {
        const int Mode = 0x180;
        var large = Machine.Expect(Native.Open($"{Place}/fill", Native.ReadWrite | Native.Create, Mode), "fill");
        var offset = 0L;
        for (var piece = 64L << 20; piece >= Mapping.PageSize;)
        {
            if (Native.Allocate(large, 0, offset, piece) == 0)
            {
                offset += piece;
            }
            else
            {
                piece /= 2;
            }
        }

        Machine.Expect(Native.Flush(large), "fill");
        Machine.Expect(Native.Close(large), "fill");
        var small = Machine.Expect(Native.Open($"{Place}/fill2", Native.ReadWrite | Native.Create, Mode), "fill");
        for (offset = 0; Native.Allocate(small, 0, offset, Mapping.PageSize) == 0; offset += Mapping.PageSize)
        {
        }

        Machine.Expect(Native.Close(small), "fill");
    }

    private static void Run(string[] words)
    {
        var texts = words.Select(word => Encoding.UTF8.GetBytes(word + '\0')).ToArray();
        var all = GC.AllocateUninitializedArray<byte>(texts.Sum(text => text.Length), pinned: true);
        var places = GC.AllocateArray<nint>(words.Length + 1, pinned: true);
        var used = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i].CopyTo(all, used);
            fixed (byte* start = all)
            {
                places[i] = (nint)(start + used);
            }

            used += texts[i].Length;
        }

        fixed (nint* arguments = places)
        {
            var process = Native.Fork();
            if (process == 0)
            {
                _ = Native.Execute((byte*)arguments[0], (byte**)arguments);
                Native.Exit(127);
            }

            int status;
            if (Native.Wait(process, &status, 0) != process || status != 0)
            {
                throw new IOException($"{words[0]} ended with status {status}");
            }
        }
    }

    private int Control(ulong request, void* argument)
    {
        if (_control < 0)
        {
            _control = Machine.Expect(Native.Open(Place, Native.ReadOnly), Place);
        }

        return Native.Control(_control, request, argument);
    }
}
