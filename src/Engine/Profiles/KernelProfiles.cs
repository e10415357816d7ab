namespace Compare.Engine;

/// <summary>The kernels that were observed.</summary>
public static class KernelProfiles
{
    /// <summary>Linux 4.13.9.</summary>
    public static KernelProfile V413 { get; } = new()
    {
        Name = "v4.13",
        IsObserved = true,
        FallbackSplit = FallbackSplit.ByHandler,
        SharedStoreInsert = SharedStoreInsert.ReadOnly,
        PfnMkWrite = PfnMkWrite.SeparateHandler,
        HoleLoad = HoleLoad.PageCachePage,
        PmdCheckOrder = PmdCheckOrder.EndOfFileLast,
        WriteLookup = WriteLookup.HandleAlways,
        AbortedJournal = AbortedJournal.FileSystemReadOnly,
        ForkCopy = ForkCopy.EveryDaxMapping,
        TruncateUnmap = TruncateUnmap.RangeOnly,
        SyncWriteProtect = SyncWriteProtect.FirstPage,
        DirtyEntries = DirtyEntries.WriteFaults,
        AllocationRetry = AllocationRetry.WhileClustersFree,
        HandlerRetry = HandlerRetry.None,
        ColdRead = ColdRead.MapsPage,
        ForcedSharedWrite = ForcedSharedWrite.Refused,
    };

    /// <summary>Debian's Linux 6.1.192.</summary>
    public static KernelProfile V61 { get; } = new()
    {
        Name = "v6.1",
        IsObserved = true,
        FallbackSplit = FallbackSplit.ByCore,
        SharedStoreInsert = SharedStoreInsert.Writable,
        PfnMkWrite = PfnMkWrite.FaultHandler,
        HoleLoad = HoleLoad.ZeroPage,
        PmdCheckOrder = PmdCheckOrder.EndOfFileFirst,
        WriteLookup = WriteLookup.HandleOnlyToAllocate,
        AbortedJournal = AbortedJournal.JournalFails,
        ForkCopy = ForkCopy.WithAnonVma,
        TruncateUnmap = TruncateUnmap.WholeFileFirst,
        SyncWriteProtect = SyncWriteProtect.WholeEntry,
        DirtyEntries = DirtyEntries.EveryFault,
        AllocationRetry = AllocationRetry.AfterCommit,
        HandlerRetry = HandlerRetry.OutsideHandle,
        ColdRead = ColdRead.RetriesFault,
        ForcedSharedWrite = ForcedSharedWrite.Refused,
    };
}
