namespace Compare.Engine;

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
}
