namespace Compare.Patches;

/// <summary>An expression of C, checked and ready to be computed.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Read">Computes it.</param>
/// <param name="At">Where it begins.</param>
internal sealed record Operand(CType Type, Evaluation Read, Token At)
{
    /// <summary>Its value, where that is known before it runs.</summary>
    public long? Constant { get; init; }

    /// <summary>What of the kernel it is that the model has no value of, so that it can be handed on and not computed with; or null.</summary>
    public string? Opaque { get; init; }

    /// <summary>Makes what sets it, and gives the value set; null where it cannot be set.</summary>
    public Func<Evaluation, Evaluation>? Set { get; init; }

    /// <summary>Computes its address, where it has one.</summary>
    public Evaluation? Address { get; init; }

    /// <summary>The variable that it is, if it is one.</summary>
    public Local? Variable { get; init; }

    /// <summary>A constant.</summary>
    public static Operand Of(CType type, long value, Token at)
    {
        var held = type.Hold(value);
        return new Operand(type, _ => held, at) { Constant = held };
    }

    /// <summary>The same as another type holds it.</summary>
    public Operand As(CType type)
    {
        if (type == Type || type.Kind != CKind.Integer)
        {
            return this with { Type = type, Set = null, Address = null, Variable = null };
        }

        if (Constant is { } constant)
        {
            return Of(type, constant, At);
        }

        var read = Read;
        return this with { Type = type, Read = machine => type.Hold(read(machine)), Set = null, Address = null, Variable = null };
    }

    /// <summary>The same where its value is needed.</summary>
    /// <exception cref="InputException">The model has no value of it, or its type has none.</exception>
    public Operand Known()
    {
        if (Opaque is not null)
        {
            throw At.Error($"found {Opaque} in a computation, which the model has no value of; it can be handed on");
        }

        if (Variable is not null)
        {
            Variable.FirstKnown ??= At;
        }

        return Type.IsScalar ? this : throw At.Error($"found a value of type {Type.Name}, expected an integer or a pointer");
    }
}
