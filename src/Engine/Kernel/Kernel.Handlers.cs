using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <content>fs/ext4/file.c: calls of the handlers, and the operations that a strategy may ask for.</content>
public sealed partial class Kernel : IKernelOperations
{
    private int _handleDepth;

    /// <summary>Journal handles that the handler itself holds.</summary>
    private int _handlerHandles;

    /// <summary>How often the handler itself holds freeze protection.</summary>
    private int _handlerProtections;

    /// <summary>How often the handler itself holds the lock against truncation.</summary>
    private int _handlerMappingLocks;

    /// <summary>The lookup that the handler handed to the DAX fault; none: the file system's own.</summary>
    private BlockLookup? _lookup;

    /// <summary>Calls the strategy: fs/ext4/file.c <c>ext4_dax_huge_fault</c>, <c>ext4_dax_fault</c>.</summary>
    private VmFault CallFaultHandler(FaultLevel level, FaultFlags flags)
    {
        _frame.Level = level;
        if (FellBackBeforeWait(level))
        {
            return VmFault.Fallback;
        }

        BeginCall(HandlerCallKind.Fault, level);
        var fault = new Fault(level, flags, _frame.VmFlags, _frame.HasCowPage);
        Tell(FaultEventKind.HandlerInput, (int)flags + ((int)_frame.VmFlags << 8) + (_frame.HasCowPage ? 1 << 16 : 0));
        var effects = _effects;
        var starts = effects.JournalStarts;
        var timeChanged = effects.TimeChanged;
        effects.TimeChanged = false;
        var result = _handler.HugeFault(in fault, this);
        var isChange = (flags & FaultFlags.Write) != 0 && _frame.IsShared;
        if (!isChange)
        {
            effects.Facts |= (effects.JournalStarts > starts ? StepFacts.JournalWithoutChange : StepFacts.None)
                | (effects.TimeChanged ? StepFacts.TimeWithoutChange : StepFacts.None)
                | (_frame.Ending == StepResult.Blocked ? StepFacts.BlockedWithoutChange : StepFacts.None);
        }

        var failed = _frame.NeverReturns ? _frame.Ending != StepResult.Blocked : (result & VmFault.SigBus) != 0;
        if (failed && Pages.At(_frame.Slot) < _world.FilePages
            && (!isChange || (_world.FileSystem & ~FileSystemFlags.NoJournal) == FileSystemFlags.None))
        {
            effects.Facts |= StepFacts.FailedThoughAllowed;
        }

        effects.TimeChanged |= timeChanged;
        return EndCall(result);
    }

    /// <summary>
    /// A handler without a journal, <see cref="HandlerCallKind.PfnMkWrite"/>: fs/ext4/file.c <c>ext4_dax_pfn_mkwrite</c> (v4.13), or
    /// <see cref="HandlerCallKind.PageMkWrite"/>: fs/ext4/inode.c <c>ext4_page_mkwrite</c>. Both take freeze protection, set the time and
    /// lock against truncation.
    /// </summary>
    private VmFault CallMkWrite(HandlerCallKind kind)
    {
        _frame.Level = FaultLevel.Pte;
        BeginCall(kind, FaultLevel.Pte);
        IKernelOperations kernel = this;
        kernel.StartPageFault();
        kernel.UpdateTime();
        kernel.LockMapping();
        var result = _frame.NeverReturns ? VmFault.Blocked
            : kind == HandlerCallKind.PfnMkWrite ? DaxPfnMkWrite() : PageMkWrite(_frame.Slot);
        kernel.UnlockMapping();
        kernel.EndPageFault();
        return EndCall(result);
    }

    /// <summary>
    /// fs/dax.c <c>dax_pfn_mkwrite</c> inside the file: the entry becomes dirty and the PTE writable; without an entry nothing happens and the store
    /// comes again.
    /// </summary>
    private VmFault DaxPfnMkWrite()
    {
        var slot = _frame.Slot;
        if (Pages.At(slot) >= _world.FilePages)
        {
            return VmFault.SigBus;
        }

        var range = Pages.RangeOf(slot);
        if (_world.HugeEntries[range] != MappingEntry.None)
        {
            _world.HugeEntries[range] = MappingEntry.Dirty;
        }
        else if (_world.Entries[slot] is not (MappingEntry.None or MappingEntry.HolePage))
        {
            _world.Entries[slot] = MappingEntry.Dirty;
        }
        else
        {
            Apply(Rule.PfnMkWriteWithoutEntry);
            return VmFault.NoPage;
        }

        Apply(Rule.PfnMkWriteDirties);
        Take(KernelLock.DaxEntry);
        Install(PteState.DaxWritable);
        Release(KernelLock.DaxEntry);
        return VmFault.NoPage;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginCall(HandlerCallKind kind, FaultLevel level)
    {
        if (_goesOn && kind == HandlerCallKind.PageMkWrite)
        {
            // The call was told when it began; what it returns is not told at all.
            return;
        }

        Tell(FaultEventKind.HandlerCall, ((int)kind << 8) + (int)level);
        _effects.BeginCall(kind, level);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFault EndCall(VmFault result)
    {
        if (_frame.NeverReturns)
        {
            return VmFault.Blocked;
        }

        if (_effects.CallCount > 0)
        {
            _effects.EndCall(result);
            Tell(FaultEventKind.HandlerReturn, (int)result);
        }

        return result;
    }

    bool IKernelOperations.IsReadOnly => IsReadOnly;

    /// <inheritdoc/>
    bool IKernelOperations.IsShutDown => IsShutDown;

    long IKernelOperations.PageOffset => Pages.At(_frame.Slot);

    long IKernelOperations.FileSize => ((long)FullPages * Pages.Bytes) + (FullPages == _world.FilePages ? 0
        : _world.FilePages == Pages.OfPartialFile ? Pages.BytesOfPartialPage : 1);

    bool IKernelOperations.Holds(KernelLock which) => which switch
    {
        KernelLock.FreezeProtection => _handlerProtections > 0,
        KernelLock.Mapping => _handlerMappingLocks > 0,
        KernelLock.JournalHandle => _handlerHandles > 0,
        _ => false,
    };

    void IKernelOperations.Fail(HandlerFailure failure, int place)
    {
        if (!_frame.NeverReturns)
        {
            var isOops = failure == HandlerFailure.Oops;
            _frame.Ending = isOops ? StepResult.Oops : StepResult.Hang;
            Tell(isOops ? FaultEventKind.Oops : FaultEventKind.Hang, place);
        }
    }

    void IKernelOperations.StartPageFault()
    {
        if (_frame.NeverReturns)
        {
            return;
        }

        if (WaitsForThaw)
        {
            Apply(Rule.FrozenBlocks);
            _frame.Ending = StepResult.Blocked;
            WaitInHandler(_frame.Level);
            return;
        }

        GoOnFromWait();

        _handlerProtections++;
        Take(KernelLock.FreezeProtection);
    }

    void IKernelOperations.EndPageFault()
    {
        if (!_frame.NeverReturns)
        {
            _handlerProtections = Math.Max(0, _handlerProtections - 1);
            Release(KernelLock.FreezeProtection);
        }
    }

    void IKernelOperations.UpdateTime()
    {
        if (!_frame.NeverReturns)
        {
            FileUpdateTime();
        }
    }

    void IKernelOperations.LockMapping()
    {
        if (!_frame.NeverReturns)
        {
            _handlerMappingLocks++;
            Take(KernelLock.Mapping);
        }
    }

    void IKernelOperations.UnlockMapping()
    {
        if (!_frame.NeverReturns)
        {
            _handlerMappingLocks = Math.Max(0, _handlerMappingLocks - 1);
            Release(KernelLock.Mapping);
        }
    }

    Errno IKernelOperations.JournalStart()
    {
        if (_frame.NeverReturns)
        {
            return Errno.Io;
        }

        _effects.JournalStarts++;
        var error = JournalStart();
        _handlerHandles += error == Errno.None ? 1 : 0;
        Tell(FaultEventKind.JournalStart, (int)error);
        return error;
    }

    void IKernelOperations.JournalStop()
    {
        if (!_frame.NeverReturns && _handlerHandles > 0)
        {
            _handlerHandles--;
            JournalStop();
        }
    }

    VmFault IKernelOperations.DaxFault(out Errno error)
    {
        error = Errno.None;
        return _frame.NeverReturns ? VmFault.Blocked : DaxIomapFault(out error);
    }

    VmFault IKernelOperations.DaxFault(BlockLookup lookup, out Errno error)
    {
        _lookup = lookup;
        var result = ((IKernelOperations)this).DaxFault(out error);
        _lookup = null;
        return result;
    }

    bool IKernelOperations.RetriesAllocation(Errno error, int retries)
    {
        if (_frame.NeverReturns || error != Errno.NoSpace || _profile.HandlerRetry == HandlerRetry.None)
        {
            return false;
        }

        Apply(Rule.HandlerRetriesAllocation);
        return ShouldRetryAllocation(retries);
    }

    void IKernelOperations.SplitHugePmd()
    {
        if (!_frame.NeverReturns)
        {
            SplitHugePmd(_frame.Mapping, _frame.Range);
        }
    }

    void IKernelOperations.CountFallback()
    {
        if (!_frame.NeverReturns)
        {
            CountFaultFallback();
        }
    }

    /// <summary>fs/inode.c <c>file_update_time</c>: also through a read-only descriptor, unless the file system is read-only.</summary>
    private void FileUpdateTime()
    {
        if (IsReadOnly)
        {
            Apply(Rule.TimeKeptReadOnly);
            return;
        }

        Apply(Rule.TimeUpdated);
        ChangeTime();
    }

    private void ChangeTime()
    {
        _effects.TimeChanged = true;
        _world.TimeChanged = 1;
    }
}
