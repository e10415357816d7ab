namespace Compare.Engine;

/// <content>mm/gup.c, mm/mlock.c: accesses by the kernel on behalf of somebody.</content>
public sealed partial class Kernel
{
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

        return GetUserPage(slot, write: true, retryAllowed: false) switch
        {
            AccessEnd.Done => StepResult.Ok,
            AccessEnd.Blocked => StepResult.Blocked,
            AccessEnd.Livelock => StepResult.Livelock,
            _ => StepResult.Eio,
        };
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

    /// <summary>mm/gup.c <c>__get_user_pages</c>, <c>faultin_page</c>, for one page.</summary>
    /// <param name="slot">The page of the main mapping.</param>
    /// <param name="write"><c>FOLL_WRITE</c>.</param>
    /// <param name="retryAllowed">Whether the caller lets the mmap lock go (<c>FAULT_FLAG_ALLOW_RETRY</c>).</param>
    private AccessEnd GetUserPage(int slot, bool write, bool retryAllowed)
    {
        var brokeCow = false;
        _progress.Begin();
        var mayRetry = retryAllowed;
        var repeated = false;
        while (!MayFollow(slot, write, brokeCow))
        {
            if (repeated && _progress.Repeats(in _world, _effects, brokeCow ? 1 : 0))
            {
                return AccessEnd.Livelock;
            }

            var result = HandleMmFault(MainMapping, slot, write ? FaultFlags.Write : FaultFlags.None, mayRetry);
            if ((result & VmFault.Error) != 0)
            {
                return (result & VmFault.Blocked) != 0 ? AccessEnd.Blocked : AccessEnd.Failed;
            }

            if (_profile.ForcedFollow == ForcedFollow.AfterBrokenCow
                && (result & VmFault.Write) != 0 && (FlagsOf(MainMapping) & VmFlags.Write) == 0)
            {
                Apply(Rule.ForcedSecondRound);
                brokeCow = true;
            }

            mayRetry = retryAllowed && (result & VmFault.Retry) == 0;
            repeated = (result & VmFault.Retry) == 0;
        }

        return AccessEnd.Done;
    }

    /// <summary>
    /// mm/gup.c <c>follow_page_pte</c>, <c>can_follow_write_pte</c>: a forced write may follow a read-only copy, which a writable VMA has
    /// only until it takes its write fault.
    /// </summary>
    private bool MayFollow(int slot, bool write, bool brokeCow)
    {
        if (Permits(MainMapping, slot, write))
        {
            return true;
        }

        if (!write || Tables(MainMapping).Pmd(Pages.RangeOf(slot)) != PmdState.Table || !IsAnonymous(Tables(MainMapping).Pte(slot)))
        {
            return false;
        }

        var flags = FlagsOf(MainMapping);
        var privateCopy = _profile.ForcedFollow == ForcedFollow.PrivateCopy && (flags & (VmFlags.Write | VmFlags.Shared)) == 0;
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
        switch (GetUserPage(slot, write, retryAllowed: true))
        {
            case AccessEnd.Done:
                Munlock(slot);
                return StepResult.Ok;
            case AccessEnd.Blocked:
                return StepResult.Blocked;
            case AccessEnd.Livelock:
                return StepResult.Livelock;
            default:
                return StepResult.Enomem;
        }
    }
}
