using Compare.Engine;

namespace Compare.Comparison;

/// <summary>One strategy on one kernel.</summary>
/// <param name="Kernel">Whose fault path.</param>
/// <param name="Strategy">Which handler.</param>
public sealed record Contender(KernelProfile Kernel, FaultHandler Strategy)
{
    /// <summary>Name of the kernel.</summary>
    public string KernelName => Kernel.Name;

    /// <summary>Name of the strategy.</summary>
    public string StrategyName => Strategy.Name;

    /// <summary>Whether real kernels of this profile were observed.</summary>
    public bool IsObserved => Kernel.IsObserved;

    /// <summary>Every strategy on every kernel, in ordinal order of kernel, then strategy.</summary>
    /// <param name="kernels">At least one kernel; names unique.</param>
    /// <param name="strategies">At least one strategy; names unique.</param>
    public static Contender[] Product(IEnumerable<KernelProfile> kernels, IEnumerable<FaultHandler> strategies)
    {
        var handlers = strategies.OrderBy(handler => handler.Name, StringComparer.Ordinal).ToArray();
        return
        [
            .. kernels.OrderBy(kernel => kernel.Name, StringComparer.Ordinal)
                .SelectMany(kernel => handlers.Select(handler => new Contender(kernel, handler))),
        ];
    }

    /// <summary>Kernel and strategy as text.</summary>
    public override string ToString() => $"{KernelName} {StrategyName}";
}
