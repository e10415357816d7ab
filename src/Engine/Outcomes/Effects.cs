using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <summary>
/// What one step did. One instance is reused from step to step: its values are those of the last step until the next begins.
/// </summary>
public sealed class Effects
{
    private HandlerCall[] _calls = new HandlerCall[16];

    /// <summary>What the caller sees.</summary>
    public StepResult Result { get; internal set; }

    /// <summary>What the step's page maps afterwards.</summary>
    public MappedPage Page { get; internal set; }

    /// <summary>Calls of the handler in order; on a livelock those of the repeated cycle, once.</summary>
    public ReadOnlySpan<HandlerCall> Calls => _calls.AsSpan(0, CallCount);

    /// <summary>Journal starts by the DAX fault handler itself, failed ones too. Without meaning on a livelock, like the three below.</summary>
    public int JournalStarts { get; internal set; }

    /// <summary>Journal starts inside the block lookup, nested or not.</summary>
    public int LookupStarts { get; internal set; }

    /// <summary>Increase of <c>thp_fault_fallback</c>.</summary>
    public int FaultFallbacks { get; internal set; }

    /// <summary>Increase of <c>thp_split_pmd</c>.</summary>
    public int PmdSplits { get; internal set; }

    /// <summary>Whether the step changed the file's time.</summary>
    public bool TimeChanged { get; internal set; }

    /// <summary>Change of the file's allocated size, in 512-byte sectors.</summary>
    public int SectorsDelta { get; internal set; }

    /// <summary>Locks taken and not released, and the order in which they were taken.</summary>
    public LockEffects Locks => Held;

    /// <summary>What the step did to the file beside what the counters show.</summary>
    public StepFacts Facts { get; internal set; }

    /// <summary>Rules of the engine that the step exercised.</summary>
    public RuleSet Rules => Exercised;

    internal LockEffects Held;

    internal RuleSet Exercised;

    internal int CallCount { get; private set; }

    /// <summary>Forgets what was counted so far; the rules, the calls and the locks stay.</summary>
    internal void ForgetCounts()
    {
        JournalStarts = LookupStarts = FaultFallbacks = PmdSplits = SectorsDelta = 0;
        TimeChanged = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin()
    {
        CallCount = 0;
        Result = StepResult.Ok;
        Page = MappedPage.Absent;
        JournalStarts = LookupStarts = FaultFallbacks = PmdSplits = SectorsDelta = 0;
        TimeChanged = false;
        Held = default;
        Exercised = default;
        Facts = StepFacts.None;
    }

    /// <summary>Adds a call that has not returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginCall(HandlerCallKind kind, FaultLevel level)
    {
        var index = CallCount++;
        var calls = _calls;
        if ((uint)index >= (uint)calls.Length)
        {
            calls = Grow();
        }

        calls[index] = new HandlerCall(kind, level, VmFault.Blocked);
    }

    /// <summary>Apart from the test for room, so that this test alone is inlined into the path.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private HandlerCall[] Grow()
    {
        Array.Resize(ref _calls, 2 * _calls.Length);
        return _calls;
    }

    /// <summary>The call added last returns; calls do not nest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndCall(VmFault result) => _calls[CallCount - 1] = _calls[CallCount - 1] with { Result = result };

    /// <summary>Leaves only the calls from one to another, for a livelock.</summary>
    internal void KeepCalls(int from, int to)
    {
        Array.Copy(_calls, from, _calls, 0, to - from);
        CallCount = to - from;
    }
}

/// <summary>What a page of a mapping maps after a step.</summary>
public enum MappedPage : byte
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>Storage.</summary>
    Dax,

    /// <summary>The shared 4 KiB zero page.</summary>
    Zero,

    /// <summary>The 2 MiB zero page.</summary>
    HugeZero,

    /// <summary>A page-cache page.</summary>
    Cache,

    /// <summary>An anonymous, copied page.</summary>
    Anonymous,

    /// <summary>Not asked: after <c>fork</c>, or where the step ends the run.</summary>
    NotAsked,
}

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

    /// <summary>The handler failed (SIGBUS, an oops or a hang) for a page inside the file although the fault does not change the file, or the file system
    /// takes changes: it is writable, and neither full, frozen, shut down nor its journal aborted.</summary>
    FailedThoughAllowed = 16,

    /// <summary>The handler blocked in a fault that does not change the file.</summary>
    BlockedWithoutChange = 32,

    /// <summary><see cref="SharedWrite"/> on a frozen file system.</summary>
    SharedWriteWhileFrozen = 64,
}

/// <summary>One call of a handler.</summary>
/// <param name="Kind">Which handler.</param>
/// <param name="Level">At which size.</param>
/// <param name="Result">What it returned; <see cref="VmFault.Blocked"/> where it did not.</param>
public readonly record struct HandlerCall(HandlerCallKind Kind, FaultLevel Level, VmFault Result);

/// <summary>Which handler of the VMA was called.</summary>
public enum HandlerCallKind : byte
{
    /// <summary><c>fault</c> or <c>huge_fault</c>, or <c>page_mkwrite</c> where that is the fault handler.</summary>
    Fault,

    /// <summary>A <c>pfn_mkwrite</c> of its own (<c>ext4_dax_pfn_mkwrite</c>).</summary>
    PfnMkWrite,

    /// <summary><c>ext4_page_mkwrite</c>, without DAX.</summary>
    PageMkWrite,
}
