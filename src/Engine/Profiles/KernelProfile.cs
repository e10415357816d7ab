namespace Compare.Engine;

/// <summary>
/// What a kernel decides on the fault path: one policy for each decision in which kernels differ, with its source at each value. The
/// path asks the policies, never the version. A variant is a profile <c>with { … }</c>.
/// </summary>
public sealed record KernelProfile
{
    /// <summary>The name under which it is listed: <c>v4.13</c>, or <c>v4.13+variant</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether real kernels of this profile were observed; a variant never was.</summary>
    public required bool IsObserved { get; init; }

    /// <summary>Who splits a write-protected huge PMD after the handler fell back at PMD size.</summary>
    public required FallbackSplit FallbackSplit { get; init; }

    /// <summary>Which writes to a write-protected huge PMD ask the handler.</summary>
    public required HugePmdWrite HugePmdWrite { get; init; }

    /// <summary>Under which lock a program's own fault begins.</summary>
    public required FaultLock FaultLock { get; init; }

    /// <summary>What a copy to the user does once a byte could not be written.</summary>
    public required FailedCopy FailedCopy { get; init; }

    /// <summary>How a shared store at PTE size inserts its entry.</summary>
    public required SharedStoreInsert SharedStoreInsert { get; init; }

    /// <summary>Which handler makes a read-only PTE of storage writable.</summary>
    public required PfnMkWrite PfnMkWrite { get; init; }

    /// <summary>What a load from a hole or an unwritten extent maps at PTE size.</summary>
    public required HoleLoad HoleLoad { get; init; }

    /// <summary>Which check comes first at PMD size.</summary>
    public required PmdCheckOrder PmdCheckOrder { get; init; }

    /// <summary>When a write lookup starts a journal handle.</summary>
    public required WriteLookup WriteLookup { get; init; }

    /// <summary>What an aborted journal makes of the file system.</summary>
    public required AbortedJournal AbortedJournal { get; init; }

    /// <summary>Which DAX mappings fork copies the page tables of.</summary>
    public required ForkCopy ForkCopy { get; init; }

    /// <summary>What punch, truncate and extend unmap.</summary>
    public required TruncateUnmap TruncateUnmap { get; init; }

    /// <summary>When punch sets the time.</summary>
    public required PunchOrder PunchOrder { get; init; }

    /// <summary>What the extent-status tree knows of a hole that was punched.</summary>
    public required PunchedHole PunchedHole { get; init; }

    /// <summary>How much of a dirty PMD entry fsync write-protects where it is mapped by PTEs.</summary>
    public required SyncWriteProtect SyncWriteProtect { get; init; }

    /// <summary>Which faults mark a mapping entry dirty.</summary>
    public required DirtyEntries DirtyEntries { get; init; }

    /// <summary>When an allocation without space is tried again.</summary>
    public required AllocationRetry AllocationRetry { get; init; }

    /// <summary>Whether the fault handler tries again outside its journal handle.</summary>
    public required HandlerRetry HandlerRetry { get; init; }

    /// <summary>What a fault on a page that is not in the cache does after reading it (without DAX).</summary>
    public required ColdRead ColdRead { get; init; }

    /// <summary>How a dirty page over unwritten blocks is written (without DAX).</summary>
    public required DelayedWriteback DelayedWriteback { get; init; }

    /// <summary>Whether a write behind the end of the file starts a journal handle before it looks its block up.</summary>
    public required ExtendingWrite ExtendingWrite { get; init; }

    /// <summary>What a remount between read-only and writable comes to after a shutdown.</summary>
    public required ShutDownRemount ShutDownRemount { get; init; }

    /// <summary>What becomes of a dirty huge PMD of a shared mapping that is made writable.</summary>
    public required DirtyHugePmd DirtyHugePmd { get; init; }

    /// <summary>What mremap does to a huge PMD of storage.</summary>
    public required RemapHugePmd RemapHugePmd { get; init; }

    /// <summary>When a forced write may go through a read-only entry.</summary>
    public required ForcedFollow ForcedFollow { get; init; }

    /// <summary>What becomes of a forced write to a read-only shared mapping whose descriptor may write.</summary>
    public required ForcedSharedWrite ForcedSharedWrite { get; init; }
}
