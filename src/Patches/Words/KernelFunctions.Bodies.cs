namespace Compare.Patches;

/// <content>What the functions do.</content>
internal static partial class KernelFunctions
{
    private static long Nothing(Machine machine, ReadOnlySpan<long> arguments, int place) => 0;

    private static long One(Machine machine, ReadOnlySpan<long> arguments, int place) => 1;

    private static long Same(Machine machine, ReadOnlySpan<long> arguments, int place) => arguments[0];

    private static long Refuse(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        machine.Fail(HandlerFailure.Oops, place);
        return 0;
    }

    private static long StartPageFault(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        machine.Kernel.StartPageFault();
        return Taken(machine, KernelLock.FreezeProtection);
    }

    private static long EndPageFault(Machine machine, ReadOnlySpan<long> arguments, int place)
        => Released(machine, KernelLock.FreezeProtection, static kernel => kernel.EndPageFault(), place);

    private static long UpdateTime(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        machine.Kernel.UpdateTime();
        return 0;
    }

    private static long LockMapping(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        machine.Kernel.LockMapping();
        return Taken(machine, KernelLock.Mapping);
    }

    private static long UnlockMapping(Machine machine, ReadOnlySpan<long> arguments, int place)
        => Released(machine, KernelLock.Mapping, static kernel => kernel.UnlockMapping(), place);

    private static long JournalStart(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        var error = machine.Kernel.JournalStart();
        return error == Errno.None ? KernelObjects.Handle : Number(error);
    }

    /// <summary>fs/ext4/ext4_jbd2.c <c>__ext4_journal_stop</c>: NULL meets <c>BUG_ON</c> in <c>ext4_put_nojournal</c>, an error is read through.</summary>
    private static long JournalStop(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        if (machine.HandleIsStopped && arguments[0] == KernelObjects.Handle)
        {
            machine.HandleIsStopped = false;
            return 0;
        }

        if (arguments[0] != KernelObjects.Handle || !machine.Kernel.Holds(KernelLock.JournalHandle))
        {
            return Refuse(machine, arguments, place);
        }

        machine.Kernel.JournalStop();
        return 0;
    }

    private static long DaxFaultWithError(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        if (arguments[1] != machine.Size)
        {
            return Refuse(machine, arguments, place);
        }

        var result = machine.Kernel.DaxFault(out var error);
        SetPageFrame(machine, arguments[2], place);
        if (arguments[3] != 0)
        {
            machine.Store(arguments[3], Number(error), place);
        }

        return Returned(machine, result);
    }

    /// <summary>
    /// The forms of before the error was passed on. On a kernel whose handler tries again where there was no space, such a call is carried
    /// over with that: fs/ext4/file.c <c>ext4_dax_huge_fault</c> of v6.1 stops the handle, asks <c>ext4_should_retry_alloc</c>, and starts
    /// another one. On a kernel without it nothing is asked.
    /// </summary>
    private static long DaxFault(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        if (arguments[1] != machine.Size)
        {
            return Refuse(machine, arguments, place);
        }

        var kernel = machine.Kernel;
        var result = kernel.DaxFault(out var error);
        for (var retries = 0; error == Errno.NoSpace && kernel.Holds(KernelLock.JournalHandle); retries++)
        {
            kernel.JournalStop();
            machine.HandleIsStopped = !kernel.RetriesAllocation(error, retries) || kernel.JournalStart() != Errno.None;
            if (!machine.HandleIsStopped)
            {
                result = kernel.DaxFault(out error);
            }
        }

        SetPageFrame(machine, arguments.Length == 4 ? arguments[2] : 0, place);
        return Returned(machine, result);
    }

    /// <summary>A lock that is not held after it was asked for: the call waits for ever.</summary>
    private static long Taken(Machine machine, KernelLock which)
    {
        if (!machine.Kernel.Holds(which))
        {
            machine.Block();
        }

        return 0;
    }

    /// <summary>A lock that is not held cannot be released.</summary>
    private static long Released(Machine machine, KernelLock which, Action<IKernelOperations> release, int place)
    {
        if (!machine.Kernel.Holds(which))
        {
            return Refuse(machine, [], place);
        }

        release(machine.Kernel);
        return 0;
    }

    private static long Returned(Machine machine, VmFault result)
    {
        if ((result & VmFault.Blocked) != 0)
        {
            machine.Block();
        }

        return Flags.Of(result);
    }

    private static void SetPageFrame(Machine machine, long pointer, int place)
    {
        if (pointer != 0)
        {
            machine.Store(pointer, KernelObjects.Other, place);
        }
    }

    private static long ShouldRetryAllocation(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        var retries = machine.Load(arguments[1], place);
        if (!machine.Kernel.RetriesAllocation(Errno.NoSpace, (int)retries))
        {
            return 0;
        }

        machine.Store(arguments[1], retries + 1, place);
        return 1;
    }

    private static long SplitHugePmd(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        machine.Kernel.SplitHugePmd();
        return 0;
    }

    private static long CountEvent(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        if (arguments[0] != KernelConstants.ThpFaultFallback)
        {
            return Refuse(machine, arguments, place);
        }

        machine.Kernel.CountFallback();
        return 0;
    }

    private static long IsCowMapping(Machine machine, ReadOnlySpan<long> arguments, int place)
        => (arguments[0] & Flags.Of(VmFlags.Shared | VmFlags.MayWrite)) == Flags.Of(VmFlags.MayWrite) ? 1 : 0;

    private static long IsSharedMayWrite(Machine machine, ReadOnlySpan<long> arguments, int place)
    {
        const VmFlags Both = VmFlags.Shared | VmFlags.MayWrite;
        return (machine.Fault.VmFlags & Both) == Both ? 1 : 0;
    }

    private static long IsShutDown(Machine machine, ReadOnlySpan<long> arguments, int place) => machine.Kernel.IsShutDown ? 1 : 0;

    private static long IsReadOnly(Machine machine, ReadOnlySpan<long> arguments, int place) => machine.Kernel.IsReadOnly ? 1 : 0;

    private static long FileSize(Machine machine, ReadOnlySpan<long> arguments, int place) => machine.Kernel.FileSize;

    private static long IsError(Machine machine, ReadOnlySpan<long> arguments, int place) => KernelObjects.IsError(arguments[0]) ? 1 : 0;

    private static long IsErrorOrNull(Machine machine, ReadOnlySpan<long> arguments, int place)
        => arguments[0] == 0 || KernelObjects.IsError(arguments[0]) ? 1 : 0;

    private static long ToResult(Machine machine, ReadOnlySpan<long> arguments, int place)
        => Flags.Of(arguments[0] == -KernelConstants.Integers["ENOMEM"].Value ? VmFault.Oom : VmFault.SigBus);

    /// <summary>An error as a negative number.</summary>
    private static long Number(Errno error) => error switch
    {
        Errno.None => 0,
        Errno.NoSpace => -28,
        Errno.ReadOnlyFileSystem => -30,
        _ => -5,
    };
}
