using System.Diagnostics.CodeAnalysis;

namespace Compare.Engine;

/// <summary>What a step did to the file that an outcome table does not show, and a judge of a strategy must know.</summary>
[Flags]
[SuppressMessage("Design", "CA1028:Enum Storage should be Int32", Justification = "Part of a value that is made for every step.")]
public enum StepFacts : byte
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>The handler made a page of the file, or 2 MiB of it, writable in a shared mapping.</summary>
    SharedWrite = 1,

    /// <summary>Blocks were allocated or converted in a fault while the handler held no journal handle of its own.</summary>
    AllocatedOutsideHandler = 2,

    /// <summary>The handler started the journal for a fault that does not change the file: no write, or one to a private mapping.</summary>
    JournalWithoutChange = 4,

    /// <summary>The handler changed the file's time for such a fault.</summary>
    TimeWithoutChange = 8,

    /// <summary>The handler failed (SIGBUS) for a page inside the file although the fault does not change the file, or the file system
    /// takes changes: <see cref="FileSystemState.Writable"/> or <see cref="FileSystemState.NoJournal"/>.</summary>
    FailedThoughAllowed = 16,

    /// <summary>The handler blocked in a fault that does not change the file.</summary>
    BlockedWithoutChange = 32,
}
