using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <content>The two mappings: flags, bounds, page tables.</content>
public sealed partial class Kernel
{
    private const int MainMapping = 0;
    private const int OtherMapping = 1;

    /// <summary>The file system refuses writes: mounted or forced read-only, or by an aborted journal where the kernel does that.</summary>
    private bool IsReadOnly => _world.FileSystem is FileSystemState.ReadOnly or FileSystemState.Emergency or FileSystemState.NoJournalReadOnly
        || (_world.FileSystem == FileSystemState.Aborted && _profile.AbortedJournal == AbortedJournal.FileSystemReadOnly);

    /// <summary>fs/ext4/ext4.h <c>ext4_forced_shutdown</c>: by the ioctl, or by an aborted journal where the kernel does that.</summary>
    private bool IsShutDown => _world.FileSystem == FileSystemState.Shutdown
        || (_world.FileSystem == FileSystemState.Aborted && _profile.AbortedJournal == AbortedJournal.FileSystemShutDown);

    private bool IsDax => _world.Mount == Mount.Dax;

    private bool HasJournal => _world.FileSystem is not (FileSystemState.NoJournal or FileSystemState.NoJournalReadOnly);

    private ref MappingTables Tables(int mapping) => ref mapping == MainMapping ? ref _world.Main : ref _world.Other;

    /// <summary>mm/mmap.c <c>do_mmap</c>: flags from protection, sharing and open mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFlags FlagsOf(int mapping)
    {
        if (mapping == OtherMapping)
        {
            return _world.FileSystem is FileSystemState.ReadOnly or FileSystemState.NoJournalReadOnly
                ? FlagsOfKind[(int)MappingKind.SharedReadOnlyDescriptor]
                : FlagsOfKind[(int)MappingKind.Shared];
        }

        return FlagsOfKind[(int)_world.Mapping];
    }

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

    private int MappedPages => _world.Geometry == Geometry.Small ? Pages.OfSmallMapping : Pages.OfFile;

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
