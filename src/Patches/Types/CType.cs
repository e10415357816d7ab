namespace Compare.Patches;

/// <summary>What values of a type are.</summary>
internal enum CKind : byte
{
    /// <summary>Nothing.</summary>
    Void,

    /// <summary>An integer or an enumeration.</summary>
    Integer,

    /// <summary>A pointer.</summary>
    Pointer,

    /// <summary>A structure: its members are read through a pointer, as a whole it is only handed on.</summary>
    Structure,
}

/// <summary>A type of C, as on a 64-bit kernel (LP64). Qualifiers are left out.</summary>
/// <param name="Kind">What its values are.</param>
/// <param name="Name">As written, for messages.</param>
/// <param name="Bytes">Size of an integer; 0 for <c>bool</c>, which holds 0 or 1.</param>
/// <param name="IsUnsigned">Of an integer.</param>
/// <param name="Target">What a pointer points to.</param>
internal sealed record CType(CKind Kind, string Name, int Bytes = 8, bool IsUnsigned = false, CType? Target = null)
{
    /// <summary><c>void</c>.</summary>
    public static CType Void { get; } = new(CKind.Void, "void");

    /// <summary><c>bool</c>.</summary>
    public static CType Bool { get; } = new(CKind.Integer, "bool", 0, IsUnsigned: true);

    /// <summary><c>int</c>.</summary>
    public static CType Int { get; } = new(CKind.Integer, "int", 4);

    /// <summary><c>unsigned int</c>.</summary>
    public static CType UnsignedInt { get; } = new(CKind.Integer, "unsigned int", 4, IsUnsigned: true);

    /// <summary><c>long</c>.</summary>
    public static CType Long { get; } = new(CKind.Integer, "long");

    /// <summary><c>unsigned long</c>.</summary>
    public static CType UnsignedLong { get; } = new(CKind.Integer, "unsigned long", IsUnsigned: true);

    /// <summary><c>void *</c>.</summary>
    public static CType VoidPointer { get; } = To(Void);

    /// <summary>A text, which can only be handed on.</summary>
    public static CType Text { get; } = To(new CType(CKind.Integer, "char", 1));

    /// <summary>Whether it can be a condition or an operand.</summary>
    public bool IsScalar => Kind is CKind.Integer or CKind.Pointer;

    /// <summary>A pointer to a type.</summary>
    public static CType To(CType target)
        => new(CKind.Pointer, target.Name + (target.Kind == CKind.Pointer ? "*" : " *"), IsUnsigned: true, Target: target);

    /// <summary>A structure.</summary>
    public static CType Struct(string name) => new(CKind.Structure, "struct " + name);

    /// <summary>The type in which two integers are combined (the usual arithmetic conversions).</summary>
    public static CType Common(CType left, CType right)
    {
        if (left.Bytes < 8 && right.Bytes < 8)
        {
            return IsUnsignedInt(left) || IsUnsignedInt(right) ? UnsignedInt : Int;
        }

        return (left.Bytes == 8 && left.IsUnsigned) || (right.Bytes == 8 && right.IsUnsigned) ? UnsignedLong : Long;
    }

    /// <summary>A value as this type holds it.</summary>
    /// <param name="value">Any value.</param>
    public long Hold(long value) => Kind != CKind.Integer ? value : (Bytes, IsUnsigned) switch
    {
        (0, _) => value != 0 ? 1 : 0,
        (1, true) => (byte)value,
        (1, false) => (sbyte)value,
        (2, true) => (ushort)value,
        (2, false) => (short)value,
        (4, true) => (uint)value,
        (4, false) => (int)value,
        _ => value,
    };

    /// <summary>Whether a value of another type can be given to a variable of this one.</summary>
    public bool Takes(CType other, long? constant) => (Kind, other.Kind) switch
    {
        (CKind.Integer, CKind.Integer) => true,
        (CKind.Integer, CKind.Pointer) => Bytes == 0,
        (CKind.Pointer, CKind.Pointer) => Target!.Kind == CKind.Void || other.Target!.Kind == CKind.Void || Target.IsSame(other.Target),
        (CKind.Pointer, CKind.Integer) => constant == 0,
        _ => IsSame(other),
    };

    private static bool IsUnsignedInt(CType type) => type is { Bytes: 4, IsUnsigned: true };

    private bool IsSame(CType other) => Kind == other.Kind && (Kind switch
    {
        CKind.Integer => Bytes == other.Bytes,
        CKind.Pointer => Target!.IsSame(other.Target!),
        CKind.Structure => Name == other.Name,
        _ => true,
    });
}
