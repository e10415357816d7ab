namespace Compare.Engine;

/// <content>fs/super.c, fs/ext4/super.c, fs/ext4/ioctl.c: what another task does to the file system, and the step that waits for it.</content>
public sealed partial class Kernel
{
    /// <summary>While a step that waited is done after all.</summary>
    private bool _afterWait;

    /// <summary>While a step that waited in a handler comes to the place where it waited.</summary>
    private bool _goesOn;

    /// <summary>Whether the running step waits in a handler, or waited there.</summary>
    private bool _waitsInHandler;

    /// <summary>The size at which that handler was called.</summary>
    private FaultLevel _waitLevel;

    private void Wait(Verb verb, Place place) => _world.Waiting = new Waiting
    {
        IsSet = 1,
        Verb = verb,
        Place = place,
        IsInHandler = (byte)(_waitsInHandler ? 1 : 0),
        Level = _waitsInHandler ? _waitLevel : default,
    };

    private void WaitInHandler(FaultLevel level) => (_waitsInHandler, _waitLevel) = (true, level);

    /// <summary>A step while the task waits: nothing of its own; of another's, a thaw lets it go on, and the step is what that comes to.</summary>
    private void RunBesideWaiting(Step step)
    {
        var waiting = _world.Waiting;
        var result = step.IsByAnother ? Dispatch(step.Verb, (int)step.Place) : StepResult.Blocked;
        if (step.Verb == Verb.Thaw && result == StepResult.Ok)
        {
            _world.Waiting = default;
            _afterWait = true;
            _goesOn = waiting.IsInHandler != 0;
            _waitLevel = waiting.Level;
            RunTask(waiting.Verb, waiting.Place);
            _afterWait = _goesOn = false;
            return;
        }

        _effects.Result = result;
        _effects.Page = MappedPage.NotAsked;
    }

    /// <summary>Whether a call of the handler returned before the one in which the step waited: it fell back, for the fault went on to a smaller size.</summary>
    private bool FellBackBeforeWait(FaultLevel level) => _goesOn && level < _waitLevel;

    /// <summary>The task is where it waited. What its handler did up to here was counted by the step that began to wait.</summary>
    private void GoOnFromWait()
    {
        if (_goesOn)
        {
            _goesOn = false;
            _effects.ForgetCounts();
        }
    }

    /// <summary>fs/super.c <c>freeze_super</c>, fs/ext4/super.c <c>ext4_freeze</c>: what is dirty is written, and the journal flushed, which fails where it is dead.</summary>
    private StepResult FreezeSuper()
    {
        if (Has(FileSystemFlags.Frozen))
        {
            Apply(Rule.FreezeTwice);
            return StepResult.Ebusy;
        }

        if (IsReadOnly)
        {
            Apply(Rule.FreezeReadOnly);
        }
        else
        {
            SyncFileSystem();
            if (IsJournalDead)
            {
                Apply(Rule.FreezeFails);
                return StepResult.Eio;
            }
        }

        Apply(Rule.Frozen);
        _world.FileSystem |= FileSystemFlags.Frozen;
        return StepResult.Ok;
    }

    /// <summary>fs/super.c <c>thaw_super</c>.</summary>
    private StepResult ThawSuper()
    {
        if (!Has(FileSystemFlags.Frozen))
        {
            Apply(Rule.ThawWithoutFreeze);
            return StepResult.Einval;
        }

        Apply(Rule.Thawed);
        _world.FileSystem &= ~FileSystemFlags.Frozen;
        return StepResult.Ok;
    }

    /// <summary>fs/super.c <c>reconfigure_super</c>, v4.13 <c>do_remount_sb</c>; fs/ext4/super.c <c>ext4_remount</c>.</summary>
    private StepResult Remount(bool readOnly)
    {
        if (Has(FileSystemFlags.Frozen))
        {
            Apply(Rule.RemountFrozen);
            return StepResult.Ebusy;
        }

        if (readOnly == IsReadOnly)
        {
            return StepResult.Ok;
        }

        if (readOnly && HasWriter)
        {
            Apply(Rule.RemountHasWriter);
            return StepResult.Ebusy;
        }

        if (Has(FileSystemFlags.Aborted) || (IsShutDown && _profile.ShutDownRemount == ShutDownRemount.Refused))
        {
            Apply(Rule.RemountRefused);
            return StepResult.Erofs;
        }

        Apply(readOnly ? Rule.RemountedReadOnly : Rule.RemountedWritable);
        if (readOnly)
        {
            SyncFileSystem();
        }

        _world.FileSystem ^= FileSystemFlags.ReadOnly;
        return StepResult.Ok;
    }

    /// <summary>fs/ext4/ioctl.c <c>ext4_shutdown</c> with <c>EXT4_GOING_FLAGS_NOLOGFLUSH</c>.</summary>
    private StepResult ShutDown()
    {
        Apply(Rule.ShutDown);
        _world.FileSystem |= FileSystemFlags.ShutDown;
        return StepResult.Ok;
    }

    /// <summary>fs/namespace.c <c>sb_prepare_remount_readonly</c>: a descriptor that may write is open.</summary>
    private bool HasWriter => (FlagsOf(MainMapping) & VmFlags.Shared) != 0 || _world.HasWriter != 0;

    private bool IsJournalDead => HasJournal && (Has(FileSystemFlags.Aborted) || Has(FileSystemFlags.ShutDown));

    /// <summary>fs/sync.c <c>sync_filesystem</c>: as much of the file as can be written; what fails is told to nobody.</summary>
    private void SyncFileSystem()
    {
        if (IsShutDown)
        {
            return;
        }

        if (IsDax)
        {
            WriteBackEntries();
        }

        for (var slot = 0; slot < Pages.Count && !IsDax; slot++)
        {
            WriteBack(slot);
        }

        if (HasJournal && !IsJournalDead)
        {
            Commit();
        }
    }
}
