namespace Compare.Engine;

/// <content>Accesses, and the boundary at which a fault is retried.</content>
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

        return FaultUntilPermitted(mapping, slot, write, StepResult.SigBus);
    }

    /// <summary>
    /// A byte copied to the page: lib/iov_iter.c <c>copy_page_to_iter_iovec</c> first touches the page
    /// (<c>fault_in_pages_writeable</c>), and copies with a second try where that fails.
    /// </summary>
    private StepResult CopyToUser(int slot)
    {
        if (!IsInside(slot) || (FlagsOf(MainMapping) & VmFlags.Write) == 0)
        {
            Apply(Rule.CopyRefused);
            return StepResult.Efault;
        }

        var result = FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Efault);
        if (result == StepResult.Efault)
        {
            Apply(Rule.CopyTriesTwice);
            result = FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Efault);
        }

        return result;
    }

    /// <summary>
    /// The access is tried again after each handled fault: by the processor, or by mm/gup.c <c>__get_user_pages</c>, <c>faultin_page</c>. What
    /// differs for a forced write never meets an access by the user, which ends at a VMA that does not permit it.
    /// </summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="slot">The page.</param>
    /// <param name="write">A write (<c>FOLL_WRITE</c>).</param>
    /// <param name="failure">What a failed fault becomes.</param>
    /// <param name="retryAllowed">Whether the caller lets the mmap lock go (<c>FAULT_FLAG_ALLOW_RETRY</c>).</param>
    private StepResult FaultUntilPermitted(int mapping, int slot, bool write, StepResult failure, bool retryAllowed = true)
    {
        _progress.Begin();
        var brokeCow = false;
        var mayRetry = retryAllowed;
        var repeated = false;
        while (!Permits(mapping, slot, write) && !MayFollowForced(mapping, slot, write, brokeCow))
        {
            if (repeated && _progress.Repeats(in _world, _effects, brokeCow ? 1 : 0))
            {
                return StepResult.Livelock;
            }

            var result = HandleMmFault(mapping, slot, write ? FaultFlags.Write : FaultFlags.None, mayRetry);
            if ((result & VmFault.Error) != 0)
            {
                return (result & VmFault.Blocked) != 0 ? StepResult.Blocked : failure;
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

        return StepResult.Ok;
    }
}
