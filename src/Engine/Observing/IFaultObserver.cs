namespace Compare.Engine;

/// <summary>Listens to what happens inside a step. With no observer a step allocates nothing and makes no event.</summary>
public interface IFaultObserver
{
    /// <summary>Called for each event, in order.</summary>
    /// <param name="happened">The event.</param>
    void On(in FaultEvent happened);

    /// <summary>The same with the world as it is then, for an observer that shows how the world changes between two events.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="world">The running step's world; valid during the call.</param>
    void On(in FaultEvent happened, in World world) => On(in happened);
}

/// <summary>Something that happened inside a step.</summary>
/// <param name="Kind">What kind of event.</param>
/// <param name="Rule">The engine's rule, for <see cref="FaultEventKind.Rule"/>.</param>
/// <param name="Argument">
/// For a fault the modelled page, as <see cref="Place"/>; for a handler call its <see cref="HandlerCallKind"/>, times 256 plus its
/// <see cref="FaultLevel"/>; for its input the <see cref="FaultFlags"/>, plus 256 times the <see cref="VmFlags"/>, plus 65,536 with
/// <c>cow_page</c>; for a return, of a handler or a fault, the <see cref="VmFault"/>; for a lock the <see cref="KernelLock"/>; for a
/// journal start the <see cref="Errno"/>; for an oops or a hang the place that the handler gave.
/// </param>
public readonly record struct FaultEvent(FaultEventKind Kind, Rule Rule, int Argument);

/// <summary>Kinds of event that an observer is told.</summary>
public enum FaultEventKind : byte
{
    /// <summary>A rule of the engine applied.</summary>
    Rule,

    /// <summary>An access, or its retry, faults.</summary>
    Fault,

    /// <summary>A handler is called.</summary>
    HandlerCall,

    /// <summary>A handler returns.</summary>
    HandlerReturn,

    /// <summary>A lock is taken.</summary>
    Take,

    /// <summary>A lock is released.</summary>
    Release,

    /// <summary>The handler started the journal, or failed to.</summary>
    JournalStart,

    /// <summary>The block lookup started the journal, or failed to.</summary>
    LookupStart,

    /// <summary>What the fault handler is told, right after its call.</summary>
    HandlerInput,

    /// <summary>The fault is over: the access is repeated, or fails.</summary>
    FaultReturn,

    /// <summary><c>THP_FAULT_FALLBACK</c> is counted.</summary>
    FallbackCount,

    /// <summary>The handler reads through NULL or meets a <c>BUG</c>, and never returns.</summary>
    Oops,

    /// <summary>The handler loops for ever or leaves a lock held, and never returns.</summary>
    Hang,
}
