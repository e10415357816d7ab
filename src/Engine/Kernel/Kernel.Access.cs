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

        return FaultUntilPermitted(mapping, slot, write) switch
        {
            AccessEnd.Done => StepResult.Ok,
            AccessEnd.Blocked => StepResult.Blocked,
            AccessEnd.Livelock => StepResult.Livelock,
            _ => StepResult.SigBus,
        };
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

        var end = FaultUntilPermitted(MainMapping, slot, write: true);
        if (end == AccessEnd.Failed)
        {
            Apply(Rule.CopyTriesTwice);
            end = FaultUntilPermitted(MainMapping, slot, write: true);
        }

        return end switch
        {
            AccessEnd.Done => StepResult.Ok,
            AccessEnd.Blocked => StepResult.Blocked,
            AccessEnd.Livelock => StepResult.Livelock,
            _ => StepResult.Efault,
        };
    }

    /// <summary>The processor repeats the access after each handled fault.</summary>
    private AccessEnd FaultUntilPermitted(int mapping, int slot, bool write)
    {
        _progress.Begin();
        var mayRetry = true;
        var repeated = false;
        while (!Permits(mapping, slot, write))
        {
            if (repeated && _progress.Repeats(in _world, _effects))
            {
                return AccessEnd.Livelock;
            }

            var result = HandleMmFault(mapping, slot, write ? FaultFlags.Write : FaultFlags.None, mayRetry);
            if ((result & VmFault.Error) != 0)
            {
                return (result & VmFault.Blocked) != 0 ? AccessEnd.Blocked : AccessEnd.Failed;
            }

            // FAULT_FLAG_ALLOW_RETRY is cleared for the retry that the handler asked for, and set again for a new access.
            mayRetry = (result & VmFault.Retry) == 0;
            repeated = mayRetry;
        }

        return AccessEnd.Done;
    }
}
