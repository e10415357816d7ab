namespace Compare.Comparison;

/// <summary>One input of a write predicate: all that a predicate of the usual shape can ask of a fault.</summary>
/// <param name="IsWrite">The fault is a write (<c>FAULT_FLAG_WRITE</c>).</param>
/// <param name="IsShared">The VMA is shared (<c>VM_SHARED</c>).</param>
/// <param name="HasCowPage"><c>cow_page</c> is set.</param>
/// <param name="Level">The size at which the handler is asked.</param>
public readonly record struct PredicateCell(bool IsWrite, bool IsShared, bool HasCowPage, FaultLevel Level)
{
    private const int Levels = 3;

    /// <summary>Every input, in the order of their indices: reads first, then private ones, then those without <c>cow_page</c>, then by size.</summary>
    public static ImmutableArray<PredicateCell> All { get; } =
    [
        .. from isWrite in (bool[])[false, true]
           from isShared in (bool[])[false, true]
           from hasCowPage in (bool[])[false, true]
           from level in Enum.GetValues<FaultLevel>()
           select new PredicateCell(isWrite, isShared, hasCowPage, level),
    ];

    /// <summary>The size as the kernel writes it.</summary>
    public string LevelText => Level.ToString().ToUpperInvariant();

    /// <summary>A fault with this input, in a VMA that may be written.</summary>
    internal Fault Fault => new(
        Level,
        IsWrite ? FaultFlags.Write : FaultFlags.None,
        VmFlags.Read | VmFlags.Write | VmFlags.MayRead | VmFlags.MayWrite | (IsShared ? VmFlags.Shared | VmFlags.MayShare : VmFlags.None),
        HasCowPage);

    /// <summary>Index in <see cref="All"/> of the input of a fault.</summary>
    /// <param name="fault">The fault.</param>
    internal static int IndexOf(in Fault fault)
        => ((((((fault.IsWrite ? 1 : 0) * 2) + (fault.IsShared ? 1 : 0)) * 2) + (fault.HasCowPage ? 1 : 0)) * Levels) + (int)fault.Level;

    /// <summary>As in <c>write, VM_SHARED, PMD</c>.</summary>
    public override string ToString()
        => $"{(IsWrite ? "write" : "read")}, {(IsShared ? "VM_SHARED" : "private")}{(HasCowPage ? ", cow_page" : "")}, {LevelText}";
}
