namespace Compare.Patches;

/// <summary>What a function of the kernel does in the model.</summary>
/// <param name="machine">What runs.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="place">The place to fail at.</param>
/// <returns>What it returns.</returns>
internal delegate long WordBody(Machine machine, ReadOnlySpan<long> arguments, int place);

/// <summary>A function or macro of the kernel that a handler may call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">What it returns.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Body">What it does.</param>
/// <param name="Source">Where the kernel has it: file, and the versions that have it where not all do.</param>
internal sealed record Word(string Name, CType Result, ImmutableArray<Parameter> Parameters, WordBody Body, string Source)
{
    /// <summary>What a handler does wrong where the body fails.</summary>
    public string Wrong { get; init; } = "";

    /// <summary>Why the model has no value of the result; null if it has.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>Whether more arguments may follow, as of a function that prints.</summary>
    public bool IsVariadic { get; init; }
}

/// <summary>A parameter of a function of the kernel.</summary>
/// <param name="Type">Its type.</param>
/// <param name="MayBeNull">Whether a pointer may be NULL; through another the kernel reads.</param>
internal readonly record struct Parameter(CType Type, bool MayBeNull = false);

/// <summary>A member of a structure of the kernel.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Read">Its value; null where the model has none, so that it can only be handed on.</param>
/// <param name="Address">The number that stands for its address; 0 where it has none in the model.</param>
internal readonly record struct Member(CType Type, Evaluation? Read, long Address = 0);
