using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <content>The two mappings: flags, bounds, page tables.</content>
public sealed partial class Kernel
{
    private const int MainMapping = 0;
    private const int OtherMapping = 1;

    /// <summary>Mappings of a process; those of its parent have the numbers after them.</summary>
    private const int MappingsOfProcess = 2;

    /// <summary>The file system refuses writes: mounted or forced read-only, or by an aborted journal where the kernel does that.</summary>
    private bool IsReadOnly => Has(FileSystemFlags.ReadOnly)
        || (Has(FileSystemFlags.Aborted) && _profile.AbortedJournal == AbortedJournal.FileSystemReadOnly);

    /// <summary>fs/ext4/ext4.h <c>ext4_forced_shutdown</c>: by the ioctl, or by an aborted journal where the kernel does that.</summary>
    private bool IsShutDown => Has(FileSystemFlags.ShutDown)
        || (Has(FileSystemFlags.Aborted) && _profile.AbortedJournal == AbortedJournal.FileSystemShutDown);

    /// <summary>fs/super.c <c>freeze_super</c>: who wants to write waits, but on a read-only file system, where a freeze has nothing to do.</summary>
    private bool WaitsForThaw => Has(FileSystemFlags.Frozen) && !IsReadOnly;

    /// <summary>A file's time can be set.</summary>
    private bool TakesTimes => !IsReadOnly && !IsShutDown && !Has(FileSystemFlags.Frozen);

    private bool IsDax => _world.Mount == Mount.Dax;

    private bool HasJournal => !Has(FileSystemFlags.NoJournal);

    /// <summary>How many mappings of the file there are in the running process and its parent.</summary>
    private int MappingCount => _world.HasParent == 0 ? MappingsOfProcess : 2 * MappingsOfProcess;

    private bool Has(FileSystemFlags flag) => (_world.FileSystem & flag) != 0;

    private ref MappingTables Tables(int mapping)
    {
        switch (mapping)
        {
            case MainMapping:
                return ref _world.Main;
            case OtherMapping:
                return ref _world.Other;
            case MappingsOfProcess + MainMapping:
                return ref _world.ParentMain;
            default:
                return ref _world.ParentOther;
        }
    }

    /// <summary>mm/mmap.c <c>do_mmap</c>: flags from protection, sharing and open mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFlags FlagsOf(int mapping) => FlagsOfKind[(int)Tables(mapping).Kind];

    /// <summary>In the order of <see cref="MappingKind"/>.</summary>
    private static ReadOnlySpan<VmFlags> FlagsOfKind =>
    [
        VmFlags.Read | VmFlags.Write | VmFlags.Shared | VmFlags.MayRead | VmFlags.MayWrite | VmFlags.MayShare,
        VmFlags.Read | VmFlags.Shared | VmFlags.MayRead | VmFlags.MayWrite | VmFlags.MayShare,
        VmFlags.Read | VmFlags.MayRead | VmFlags.MayShare,
        VmFlags.Read | VmFlags.Write | VmFlags.MayRead | VmFlags.MayWrite,
        VmFlags.Read | VmFlags.MayRead | VmFlags.MayWrite,
    ];

    private bool IsInside(int slot) => Pages.At(slot) < MappedPages;

    private int MappedPages => _world.IsSmall != 0 ? Pages.OfSmallMapping : Pages.OfFile;

    /// <summary>A present entry that permits the access without a fault.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Permits(int mapping, int slot, bool write)
    {
        ref var tables = ref Tables(mapping);
        var pmd = tables.Pmd(Pages.RangeOf(slot));
        if (pmd != PmdState.Table)
        {
            return write ? pmd == PmdState.HugeWritable : pmd != PmdState.None;
        }

        var pte = tables.Pte(slot);
        return write ? IsWritable(pte) : pte != PteState.None;
    }

    private static bool IsHuge(PmdState pmd) => pmd >= PmdState.HugeReadOnly;

    private static bool IsAnonymous(PteState pte) => pte >= PteState.AnonymousReadOnly;

    private static bool IsWritable(PteState pte) => pte is PteState.DaxWritable or PteState.CacheWritable or PteState.AnonymousWritable;

    /// <summary>Each writable state follows its read-only one.</summary>
    private static PteState WriteProtected(PteState pte) => IsWritable(pte) ? pte - 1 : pte;
}
