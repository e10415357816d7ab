namespace Compare.Comparison;

/// <summary>One line of a trace.</summary>
/// <param name="Depth">How many things hold it: a step, a fault, a handler call, each lock.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Event">What happened, without how it went: two traces are aligned by it.</param>
/// <param name="Text">One clause; never empty.</param>
/// <param name="Source">The kernel function that it stands for; none where an earlier line has it, or none is meant.</param>
/// <param name="IsFailure">Whether a reader who looks for what went wrong should see it.</param>
public sealed record TraceLine(int Depth, TraceLineKind Kind, string Event, string Text, KernelFunction? Source, bool IsFailure);

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

    /// <summary>What goes wrong in a handler, and where.</summary>
    Failure,

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

/// <summary>A function of the kernel that a line of a trace stands for.</summary>
/// <param name="File">Source file in the kernel's tree.</param>
/// <param name="Name">Function in it; where the kernels differ in the name, v4.13's.</param>
public sealed record KernelFunction(string File, string Name)
{
    /// <summary>File and function with a blank between them.</summary>
    public override string ToString() => $"{File} {Name}";
}
