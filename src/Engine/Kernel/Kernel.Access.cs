namespace Compare.Engine;

/// <content>Accesses by the user and by the kernel for somebody (mm/gup.c, mm/mlock.c), and the boundary at which a fault is retried.</content>
public sealed partial class Kernel
{
    /// <summary>That of the running access.</summary>
    private ProgressWatch _progress;

    /// <summary>A user-mode access: arch/x86/mm/fault.c <c>__do_page_fault</c>, <c>access_error</c>, <c>mm_fault_error</c>.</summary>
    private StepResult UserAccess(int mapping, int slot, bool write)
    {
        if (!IsInside(slot))
        {
            Apply(Rule.AccessOutsideVma);
            return StepResult.SigSegv;
        }

        if (write && (FlagsOf(mapping) & VmFlags.Write) == 0)
        {
            Apply(Rule.AccessError);
            return StepResult.SigSegv;
        }

        return FaultUntilPermitted(mapping, slot, write, StepResult.SigBus, FaultFlags.User);
    }

    /// <summary>
    /// A byte copied to the page: lib/iov_iter.c <c>copy_page_to_iter_iovec</c> first touches the page
    /// (<c>fault_in_pages_writeable</c>), and copies with a second try where that fails. v6.1's second try is that of
    /// arch/x86/lib/copy_user_64.S, which v6.12 has no more.
    /// </summary>
    private StepResult CopyToUser(int slot)
    {
        if (!IsInside(slot) || (FlagsOf(MainMapping) & VmFlags.Write) == 0)
        {
            Apply(Rule.CopyRefused);
            return StepResult.Efault;
        }

        var result = FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Efault);
        if (result != StepResult.Efault)
        {
            return result;
        }

        if (_profile.FailedCopy == FailedCopy.GivesUp)
        {
            Apply(Rule.CopyGivesUp);
            return result;
        }

        Apply(Rule.CopyTriesTwice);
        return FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Efault);
    }

    /// <summary>
    /// The access is tried again after each handled fault: by the processor, or by mm/gup.c <c>__get_user_pages</c>, <c>faultin_page</c>. What
    /// differs for a forced write never meets an access by the user, which ends at a VMA that does not permit it.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="slot">The page.</param>
    /// <param name="write">A write (<c>FOLL_WRITE</c>).</param>
    /// <param name="failure">What a failed fault becomes.</param>
    /// <param name="origin">Who makes the access: user mode, another task, or the kernel for this one (none).</param>
    /// <param name="retryAllowed">Whether the caller lets the mmap lock go (<c>FAULT_FLAG_ALLOW_RETRY</c>).</param>
    private StepResult FaultUntilPermitted(
        int mapping, int slot, bool write, StepResult failure, FaultFlags origin = FaultFlags.None, bool retryAllowed = true)
    {
        _progress.Begin();
        var flags = write ? FaultFlags.Write | origin : origin;
        var brokeCow = false;
        var mayRetry = retryAllowed;
        var repeated = false;
        while (!Permits(mapping, slot, write) && !MayFollowForced(mapping, slot, write, brokeCow))
        {
            if (repeated && _progress.Repeats(in _world, _effects, brokeCow ? 1 : 0))
            {
                return StepResult.Livelock;
            }

            var result = HandleMmFault(mapping, slot, flags, mayRetry);
            if ((result & VmFault.Error) != 0)
            {
                return _frame.NeverReturns ? _frame.Ending : failure;
            }

            if ((result & VmFault.Write) != 0
                && _profile.ForcedFollow == ForcedFollow.AfterBrokenCow && (FlagsOf(mapping) & VmFlags.Write) == 0)
            {
                Apply(Rule.ForcedSecondRound);
                brokeCow = true;
            }

            // FAULT_FLAG_ALLOW_RETRY is cleared for the retry that the handler asked for, and set again for a new access.
            repeated = (result & VmFault.Retry) == 0;
            mayRetry = retryAllowed && repeated;
        }

        if (write && (origin & FaultFlags.Remote) == 0)
        {
            SetDirty(mapping, slot);
        }

        return StepResult.Ok;
    }

    /// <summary>
    /// A write through <c>/proc/self/mem</c>: fs/proc/base.c <c>mem_rw</c>, mm/memory.c <c>__access_remote_vm</c>. Whatever fails, nothing is
    /// copied and the write returns EIO.
    /// </summary>
    private StepResult AccessRemoteVm(int slot)
    {
        if (!IsInside(slot) || !CheckVmaFlags())
        {
            return StepResult.Eio;
        }

        return FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Eio, FaultFlags.Remote, retryAllowed: false);
    }

    /// <summary>mm/gup.c <c>check_vma_flags</c>: a forced write needs a writable VMA, or one that would be copied (<c>is_cow_mapping</c>).</summary>
    private bool CheckVmaFlags()
    {
        var flags = FlagsOf(MainMapping);
        if ((flags & VmFlags.Write) != 0 || (flags & (VmFlags.Shared | VmFlags.MayWrite)) == VmFlags.MayWrite)
        {
            return true;
        }

        if ((flags & VmFlags.MayWrite) != 0 && _profile.ForcedSharedWrite == ForcedSharedWrite.Copies)
        {
            Apply(Rule.ForcedSharedCopies);
            return true;
        }

        Apply(Rule.ForcedWriteRefused);
        return false;
    }

    /// <summary>
    /// mm/gup.c <c>follow_page_pte</c>, <c>can_follow_write_pte</c>: a forced write may follow a read-only copy, which a writable VMA has
    /// only until it takes its write fault.
    /// </summary>
    private bool MayFollowForced(int mapping, int slot, bool write, bool brokeCow)
    {
        if (!write || Tables(mapping).Pmd(Pages.RangeOf(slot)) != PmdState.Table || !IsAnonymous(Tables(mapping).Pte(slot)))
        {
            return false;
        }

        var privateCopy = _profile.ForcedFollow == ForcedFollow.PrivateCopy
            && (FlagsOf(mapping) & (VmFlags.Write | VmFlags.Shared)) == 0;
        if (privateCopy)
        {
            Apply(Rule.ForcedFollowsCopy);
        }

        return brokeCow || privateCopy;
    }

    /// <summary>
    /// mm/mlock.c <c>do_mlock</c>, mm/gup.c <c>populate_vma_page_range</c>: a write fault where the mapping is writable and not shared. A
    /// fault that fails becomes ENOMEM (<c>__mlock_posix_error_return</c>).
    /// </summary>
    private StepResult MemoryLock(int slot)
    {
        if (!IsInside(slot))
        {
            Apply(Rule.AccessOutsideVma);
            return StepResult.Enomem;
        }

        if (!IsDax)
        {
            IsolateLockedPage(slot);
        }

        var write = (FlagsOf(MainMapping) & (VmFlags.Write | VmFlags.Shared)) == VmFlags.Write;
        Apply(write ? Rule.MlockBreaksCow : Rule.MlockReads);
        var result = FaultUntilPermitted(MainMapping, slot, write, StepResult.Enomem);
        if (result == StepResult.Ok)
        {
            Munlock(slot);
        }

        return result;
    }
}
