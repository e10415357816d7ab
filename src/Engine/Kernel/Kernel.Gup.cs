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

        return FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Eio, retryAllowed: false);
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
