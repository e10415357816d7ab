namespace Compare.Engine;

/// <summary>Something that happened inside a step.</summary>
/// <param name="Kind">What kind of event.</param>
/// <param name="Rule">The engine's rule, for <see cref="FaultEventKind.Rule"/>.</param>
/// <param name="Argument">
/// For a handler call its <see cref="HandlerCallKind"/>, times 256 plus its <see cref="FaultLevel"/>; for its return the
/// <see cref="VmFault"/>; for a lock the <see cref="KernelLock"/>; for a journal start the <see cref="Errno"/>; for a
/// retried access the number of the attempt.
/// </param>
public readonly record struct FaultEvent(FaultEventKind Kind, Rule Rule, int Argument);
