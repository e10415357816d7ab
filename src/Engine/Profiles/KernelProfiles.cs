namespace Compare.Engine;

/// <summary>The kernels that have a name.</summary>
public static class KernelProfiles
{
    /// <summary>Linux 4.13.9.</summary>
    public static KernelProfile V413 { get; } = new()
    {
        Name = "v4.13",
        IsObserved = true,
        FallbackSplit = FallbackSplit.ByHandler,
        HugePmdWrite = HugePmdWrite.AsksHandler,
        FaultLock = FaultLock.MmapLock,
        FailedCopy = FailedCopy.TriesTwice,
        SharedStoreInsert = SharedStoreInsert.ReadOnly,
        PfnMkWrite = PfnMkWrite.SeparateHandler,
        HoleLoad = HoleLoad.PageCachePage,
        PmdCheckOrder = PmdCheckOrder.EndOfFileLast,
        WriteLookup = WriteLookup.HandleAlways,
        AbortedJournal = AbortedJournal.FileSystemReadOnly,
        ForkCopy = ForkCopy.EveryDaxMapping,
        TruncateUnmap = TruncateUnmap.RangeOnly,
        PunchOrder = PunchOrder.TimeLast,
        PunchedHole = PunchedHole.Forgotten,
        SyncWriteProtect = SyncWriteProtect.FirstPage,
        DirtyEntries = DirtyEntries.WriteFaults,
        AllocationRetry = AllocationRetry.WhileClustersFree,
        HandlerRetry = HandlerRetry.None,
        ColdRead = ColdRead.MapsPage,
        DelayedWriteback = DelayedWriteback.Direct,
        ExtendingWrite = ExtendingWrite.LookupFirst,
        ShutDownRemount = ShutDownRemount.Allowed,
        DirtyHugePmd = DirtyHugePmd.AsksHandler,
        RemapHugePmd = RemapHugePmd.TakenForTable,
        ForcedFollow = ForcedFollow.AfterBrokenCow,
        ForcedSharedWrite = ForcedSharedWrite.Refused,
    };

    /// <summary>Debian's Linux 6.1.192.</summary>
    public static KernelProfile V61 { get; } = new()
    {
        Name = "v6.1",
        IsObserved = true,
        FallbackSplit = FallbackSplit.ByCore,
        HugePmdWrite = HugePmdWrite.AsksHandler,
        FaultLock = FaultLock.MmapLock,
        FailedCopy = FailedCopy.TriesTwice,
        SharedStoreInsert = SharedStoreInsert.Writable,
        PfnMkWrite = PfnMkWrite.FaultHandler,
        HoleLoad = HoleLoad.ZeroPage,
        PmdCheckOrder = PmdCheckOrder.EndOfFileFirst,
        WriteLookup = WriteLookup.HandleOnlyToAllocate,
        AbortedJournal = AbortedJournal.JournalFails,
        ForkCopy = ForkCopy.WithAnonVma,
        TruncateUnmap = TruncateUnmap.WholeFileFirst,
        PunchOrder = PunchOrder.TimeAfterLength,
        PunchedHole = PunchedHole.Forgotten,
        SyncWriteProtect = SyncWriteProtect.WholeEntry,
        DirtyEntries = DirtyEntries.EveryFault,
        AllocationRetry = AllocationRetry.AfterCommit,
        HandlerRetry = HandlerRetry.OutsideHandle,
        ColdRead = ColdRead.RetriesFault,
        DelayedWriteback = DelayedWriteback.ThroughUnwritten,
        ExtendingWrite = ExtendingWrite.HandleFirst,
        ShutDownRemount = ShutDownRemount.Allowed,
        DirtyHugePmd = DirtyHugePmd.AsksHandler,
        RemapHugePmd = RemapHugePmd.Split,
        ForcedFollow = ForcedFollow.PrivateCopy,
        ForcedSharedWrite = ForcedSharedWrite.Refused,
    };

    /// <summary>Debian's Linux 6.12.117: v6.1 but for what is named.</summary>
    public static KernelProfile V612 { get; } = V61 with
    {
        Name = "v6.12",
        HugePmdWrite = HugePmdWrite.SplitsPrivate,
        FaultLock = FaultLock.VmaLockFirst,
        FailedCopy = FailedCopy.GivesUp,
        AbortedJournal = AbortedJournal.FileSystemShutDown,
        PunchOrder = PunchOrder.TimeFirst,
        PunchedHole = PunchedHole.Cached,
        DirtyEntries = DirtyEntries.WriteFaults,
        ShutDownRemount = ShutDownRemount.Refused,
        DirtyHugePmd = DirtyHugePmd.MadeWritable,
    };

    /// <summary>
    /// v4.13 with the refusal of forced writes to shared mappings (commit cda540ace6a1) taken back. No such kernel was observed.
    /// </summary>
    public static KernelProfile V413ForcedCow { get; } = V413 with
    {
        Name = "v4.13+forced-cow",
        IsObserved = false,
        ForcedSharedWrite = ForcedSharedWrite.Copies,
    };

    /// <summary>Every kernel.</summary>
    public static IReadOnlyList<KernelProfile> All { get; } = [V413, V413ForcedCow, V61, V612];
}
