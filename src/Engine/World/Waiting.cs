using System.Runtime.InteropServices;

namespace Compare.Engine;

/// <summary>A step that waits for a thaw, and where in it the task waits: enough to go on from there.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Waiting
{
    /// <summary>1 while a step waits.</summary>
    public byte IsSet;

    /// <summary>What the step does.</summary>
    public Verb Verb;

    /// <summary>Its page.</summary>
    public Place Place;

    /// <summary>1 where it waits in a fault handler; else before it did anything.</summary>
    public byte IsInHandler;

    /// <summary>The size at which that handler was called.</summary>
    public FaultLevel Level;
}
