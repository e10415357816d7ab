namespace Compare.Patches;

/// <summary>What an instruction does.</summary>
internal enum InstructionKind : byte
{
    /// <summary>Computes a value for its effects.</summary>
    Do,

    /// <summary>Goes on elsewhere.</summary>
    Jump,

    /// <summary>Goes on elsewhere if a value is 0.</summary>
    JumpIfZero,

    /// <summary>Goes on elsewhere if a value is not 0.</summary>
    JumpIfNotZero,

    /// <summary>Leaves the function, with a value where it has one.</summary>
    Return,
}

/// <summary>An instruction: statements of C are flattened to these, so that <c>goto</c> leads into blocks as well as out of them.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">What it computes.</param>
/// <param name="Target">Where it goes on.</param>
/// <param name="Line">Its line, as <see cref="Places"/> counts them.</param>
/// <param name="Endless">The place to fail at where the handler never ends.</param>
internal readonly record struct Instruction(InstructionKind Kind, Evaluation? Value, int Target, int Line, int Endless);

/// <summary>A function of the file, ready to run. It is made before its body, so that it may call itself.</summary>
/// <param name="name">Its name.</param>
/// <param name="result">What it returns.</param>
/// <param name="parameters">The types of its parameters.</param>
internal sealed class CFunction(string name, CType result, ImmutableArray<CType> parameters)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it returns.</summary>
    public CType Result => result;

    /// <summary>The types of its parameters.</summary>
    public ImmutableArray<CType> ParameterTypes => parameters;

    /// <summary>Number of parameters, which are its first variables.</summary>
    public int Parameters => parameters.Length;

    /// <summary>Its instructions; the last one returns.</summary>
    public Instruction[] Code { get; set; } = [];

    /// <summary>Number of variables.</summary>
    public int Slots { get; set; }

    /// <summary>The place to fail at where calls are nested too deep.</summary>
    public int TooDeep { get; set; }
}
