namespace Compare.Engine;

/// <summary>Something that happened inside a step.</summary>
/// <param name="Kind">What kind of event.</param>
/// <param name="Rule">The engine's rule, for <see cref="FaultEventKind.Rule"/>.</param>
/// <param name="Argument">
/// For a fault the modelled page, as <see cref="Place"/>; for a handler call its <see cref="HandlerCallKind"/>, times 256 plus its
/// <see cref="FaultLevel"/>; for its input the <see cref="FaultFlags"/>, plus 256 times the <see cref="VmFlags"/>, plus 65,536 with
/// <c>cow_page</c>; for a return, of a handler or a fault, the <see cref="VmFault"/>; for a lock the <see cref="KernelLock"/>; for a
/// journal start the <see cref="Errno"/>.
/// </param>
public readonly record struct FaultEvent(FaultEventKind Kind, Rule Rule, int Argument);
