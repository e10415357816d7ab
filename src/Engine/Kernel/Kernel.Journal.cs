using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <content>fs/ext4/ext4_jbd2.c, fs/ext4/balloc.c: starting the journal, and retrying an allocation.</content>
public sealed partial class Kernel
{
    /// <summary>fs/ext4/ext4_jbd2.c <c>ext4_journal_check_start</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Errno JournalCheckStart()
    {
        if (IsShutDown)
        {
            Apply(Rule.JournalShutDown);
            return Errno.Io;
        }

        if (IsReadOnly)
        {
            Apply(Rule.JournalReadOnly);
            return Errno.ReadOnlyFileSystem;
        }

        if (Has(FileSystemFlags.Aborted))
        {
            Apply(Rule.JournalAborted);
            return Errno.ReadOnlyFileSystem;
        }

        return Errno.None;
    }

    /// <summary>fs/ext4/ext4_jbd2.c <c>__ext4_journal_start_sb</c>.</summary>
    private Errno JournalStart()
    {
        var error = JournalCheckStart();
        if (error != Errno.None)
        {
            return error;
        }

        if (_handleDepth++ == 0)
        {
            Apply(Rule.JournalStarted);
            Take(KernelLock.JournalHandle);
        }
        else
        {
            Apply(Rule.JournalNested);
        }

        return Errno.None;
    }

    private void JournalStop()
    {
        if (_handleDepth > 0 && --_handleDepth == 0)
        {
            Release(KernelLock.JournalHandle);
        }
    }

    /// <summary>fs/ext4/balloc.c <c>ext4_should_retry_alloc</c>.</summary>
    /// <param name="retries">Retries made so far.</param>
    private bool ShouldRetryAllocation(int retries)
    {
        if (_profile.AllocationRetry == AllocationRetry.WhileClustersFree)
        {
            if (_world.FreeClusters < 1 || retries > 3 || !HasJournal)
            {
                return false;
            }

            Apply(Rule.AllocationRetried);
            if (_world.FreedPending != 0)
            {
                ForceCommitNested();
            }

            return true;
        }

        if (!HasJournal || retries >= 3)
        {
            return false;
        }

        if (_world.FreedPending == 0)
        {
            return _world.FreeClusters >= 1;
        }

        Apply(Rule.AllocationRetried);
        ForceCommitNested();
        return true;
    }

    /// <summary>fs/jbd2/journal.c <c>jbd2_journal_force_commit_nested</c>: nothing while the task holds a handle.</summary>
    private void ForceCommitNested()
    {
        if (_handleDepth == 0)
        {
            Commit();
        }
        else
        {
            Apply(Rule.CommitInsideHandle);
        }
    }

    /// <summary>fs/ext4/mballoc.c <c>ext4_process_freed_data</c>: after the commit freed blocks may be used again in their place.</summary>
    private void Commit()
    {
        Apply(Rule.CommitFreesPlaces);
        _world.FreedPending = 0;
        _world.TargetPlacePending = 0;
    }
}
