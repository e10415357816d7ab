using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <summary>
/// The fault path of one kernel with one strategy as its DAX fault handler. A step goes from a world to a world and effects; seen
/// from outside it is pure. Inside, one method stands for one function of the kernel, named in its comment, and works on a copy.
/// An instance serves one thread. What lies on the path of every step is marked for inlining, so that a method for each function costs nothing.
/// </summary>
/// <param name="profile">Whose fault path.</param>
/// <param name="handler">The strategy.</param>
/// <param name="observer">Listens to events; without one a step allocates nothing.</param>
public sealed partial class Kernel(KernelProfile profile, FaultHandler handler, IFaultObserver? observer = null)
{
    private readonly KernelProfile _profile = profile;
    private readonly FaultHandler _handler = handler;
    private readonly IFaultObserver? _observer = observer;

    /// <summary>The world that the running step works on.</summary>
    private World _world;

    private Effects _effects = new();

    /// <summary>The kernel profile.</summary>
    public KernelProfile Profile => _profile;

    /// <summary>The strategy.</summary>
    public FaultHandler Handler => _handler;

    /// <summary>Runs one step.</summary>
    /// <param name="before">The world before it.</param>
    /// <param name="step">What is done.</param>
    /// <param name="after">The world after it. A step that ends the run leaves the world as it was then; no step follows.</param>
    /// <param name="effects">Filled with what the step did.</param>
    public void Run(in World before, Step step, out World after, Effects effects)
    {
        _world = before;
        _effects = effects;
        _frame = default;
        _handleDepth = 0;
        _handlerHandles = _handlerProtections = _handlerMappingLocks = 0;
        _lookup = null;
        _waitsInHandler = false;
        effects.Begin();
        ResetTime();
        if (_world.Waiting.IsSet != 0)
        {
            RunBesideWaiting(step);
        }
        else
        {
            RunTask(step.Verb, step.Place);
        }

        after = _world;
    }

    /// <summary>A step of the task that runs them, or of another while that one waits for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RunTask(Verb verb, Place place)
    {
        var slot = (int)place;
        var result = Dispatch(verb, slot);
        _effects.Result = result;
        _effects.Page = PageAfter(verb, slot, result);
        if (result == StepResult.Blocked)
        {
            Wait(verb, place);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private StepResult Dispatch(Verb verb, int slot) => verb switch
    {
        Verb.Load => UserAccess(MainMapping, slot, write: false),
        Verb.Store => UserAccess(MainMapping, slot, write: true),
        Verb.OtherLoad => UserAccess(OtherMapping, slot, write: false),
        Verb.OtherStore => UserAccess(OtherMapping, slot, write: true),
        Verb.Force => AccessRemoteVm(slot),
        Verb.CopyIn => CopyToUser(slot),
        Verb.MemoryLock => MemoryLock(slot),
        Verb.DontNeed => DontNeed(),
        Verb.Fsync => SyncFile(Pages.OfFile),
        Verb.Punch => PunchHole(),
        Verb.Truncate => SetLength(Pages.OfTruncatedFile),
        Verb.Extend => SetLength(Pages.OfFile),
        Verb.Fork => Fork(),
        Verb.PopulatePud => PopulatePud(),
        Verb.ExitChild => ExitChild(),
        Verb.Read => ReadFile(slot),
        Verb.Write => WriteFile(slot),
        Verb.MemorySync => MemorySync(),
        Verb.ProtectReadOnly => Protect(writable: false),
        Verb.ProtectWritable => Protect(writable: true),
        Verb.Remap => Remap(),
        Verb.Freeze => FreezeSuper(),
        Verb.Thaw => ThawSuper(),
        Verb.RemountReadOnly => Remount(readOnly: true),
        Verb.RemountWritable => Remount(readOnly: false),
        Verb.Shutdown => ShutDown(),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such step."),
    };

    /// <summary>
    /// Before a step the file's time is set to a fixed old one where the file system takes that; elsewhere only before the first
    /// step. A change is an effect of the step either way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ResetTime()
    {
        if (TakesTimes)
        {
            _world.TimeChanged = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MappedPage PageAfter(Verb verb, int slot, StepResult result)
    {
        if (verb == Verb.Fork || result.EndsRun())
        {
            return MappedPage.NotAsked;
        }

        ref var tables = ref Tables(verb is Verb.OtherLoad or Verb.OtherStore ? OtherMapping : MainMapping);
        var pmd = tables.Pmd(Pages.RangeOf(slot));
        return pmd == PmdState.Table ? PageOfPte[(int)tables.Pte(slot)] : PageOfPmd[(int)pmd];
    }

    /// <summary>What a page maps, by its <see cref="PmdState"/>; what a table holds is asked of the PTE.</summary>
    private static ReadOnlySpan<MappedPage> PageOfPmd =>
        [MappedPage.Absent, MappedPage.Absent, MappedPage.Dax, MappedPage.Dax, MappedPage.HugeZero];

    /// <summary>What a page maps, by its <see cref="PteState"/>.</summary>
    private static ReadOnlySpan<MappedPage> PageOfPte =>
    [
        MappedPage.Absent, MappedPage.Dax, MappedPage.Dax, MappedPage.Zero,
        MappedPage.Cache, MappedPage.Cache, MappedPage.Anonymous, MappedPage.Anonymous,
    ];

    private void Apply(Rule rule)
    {
        _effects.Exercised.Add(rule);
        if (_observer is not null)
        {
            Notify(new FaultEvent(FaultEventKind.Rule, rule, 0));
        }
    }

    private void Tell(FaultEventKind kind, int argument)
    {
        if (_observer is not null)
        {
            Notify(new FaultEvent(kind, default, argument));
        }
    }

    /// <summary>Apart from the test for an observer, so that this test alone is inlined into the path.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Notify(FaultEvent happened) => _observer!.On(in happened, in _world);

    private void Take(KernelLock which)
    {
        _effects.Held.Take(which);
        Tell(FaultEventKind.Take, (int)which);
    }

    private void Release(KernelLock which)
    {
        _effects.Held.Release(which);
        Tell(FaultEventKind.Release, (int)which);
    }
}
