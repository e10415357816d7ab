namespace Compare.Comparison;

/// <summary>What a line of a trace tells.</summary>
public enum TraceLineKind : byte
{
    /// <summary>A step of the scenario begins.</summary>
    Step,

    /// <summary>An access, or its repetition, faults.</summary>
    Fault,

    /// <summary>The fault is over.</summary>
    FaultReturn,

    /// <summary>A handler is called.</summary>
    Call,

    /// <summary>What the predicate answers to this call.</summary>
    Decision,

    /// <summary>A handler returns, or never does.</summary>
    Return,

    /// <summary>A rule of the engine applies.</summary>
    Rule,

    /// <summary>A lock is taken; what follows one deeper happens while it is held.</summary>
    Take,

    /// <summary>A lock is released.</summary>
    Release,

    /// <summary>The journal is started by the handler or by the block lookup.</summary>
    JournalStart,

    /// <summary>A page-table entry or a mapping entry changed.</summary>
    Change,

    /// <summary>A counter of the kernel goes up.</summary>
    Count,

    /// <summary>A lock is held where nothing will release it.</summary>
    Held,

    /// <summary>A measure of the step, as an outcome table has it.</summary>
    Outcome,
}
