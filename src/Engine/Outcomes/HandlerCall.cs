namespace Compare.Engine;

/// <summary>One call of a handler.</summary>
/// <param name="Kind">Which handler.</param>
/// <param name="Level">At which size.</param>
/// <param name="Result">What it returned; <see cref="VmFault.Blocked"/> where it did not.</param>
public readonly record struct HandlerCall(HandlerCallKind Kind, FaultLevel Level, VmFault Result);
