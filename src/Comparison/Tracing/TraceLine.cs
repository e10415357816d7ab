namespace Compare.Comparison;

/// <summary>One line of a trace.</summary>
/// <param name="Depth">How many things hold it: a step, a fault, a handler call, each lock.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Event">What happened, without how it went: two traces are aligned by it.</param>
/// <param name="Text">One clause; never empty.</param>
/// <param name="Source">The kernel function that it stands for; none where an earlier line has it, or none is meant.</param>
/// <param name="IsFailure">Whether a reader who looks for what went wrong should see it.</param>
public sealed record TraceLine(int Depth, TraceLineKind Kind, string Event, string Text, KernelFunction? Source, bool IsFailure);
