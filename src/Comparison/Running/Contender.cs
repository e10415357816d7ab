namespace Compare.Comparison;

/// <summary>One strategy on one kernel, ready to run.</summary>
/// <param name="Kernel">Whose fault path.</param>
/// <param name="Strategy">Which handler.</param>
public sealed record Contender(KernelProfile Kernel, FaultHandler Strategy) : ContenderName(Kernel.Name, Strategy.Name)
{
    /// <inheritdoc/>
    public override bool IsObserved => Kernel.IsObserved;

    /// <summary>Every strategy on every kernel, in ordinal order of kernel, then strategy.</summary>
    /// <param name="kernels">At least one kernel; names unique.</param>
    /// <param name="strategies">At least one strategy; names unique.</param>
    public static ImmutableArray<Contender> Product(IEnumerable<KernelProfile> kernels, IEnumerable<FaultHandler> strategies)
    {
        var handlers = strategies.ToArray();
        var all = kernels.SelectMany(kernel => handlers.Select(handler => new Contender(kernel, handler))).ToArray();
        Array.Sort(all, Compare);
        return [.. all];
    }

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
