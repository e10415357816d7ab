using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Whose events are traced: one strategy on one kernel, two strategies on one kernel, or one strategy on two kernels.</summary>
internal static class TraceContenders
{
    /// <summary>The kernel where none is named: the oldest observed one, where the patch at hand was made.</summary>
    public static KernelProfile DefaultKernel { get; } = Catalogue.Kernels.First(kernel => kernel.IsObserved);

    /// <summary>The strategies where none is named: the first proposed and the last, before the patch and after it.</summary>
    public static IReadOnlyList<FaultHandler> DefaultStrategies { get; } = [Catalogue.Strategies[0], Catalogue.Strategies[^1]];

    /// <summary>One contender, or two to be compared, in the order in which they were named.</summary>
    /// <exception cref="InputException">A name is unknown, or these are too many for one comparison.</exception>
    public static IReadOnlyList<Contender> Of(TraceOptions options)
    {
        var kernels = options.Kernels.Count == 0 ? [DefaultKernel] : Catalogue.SelectKernels(options.Kernels);
        var strategies = options.Strategies.Count > 0 ? StrategySelection.Of(options.Strategies)
            : kernels.Count == 1 ? DefaultStrategies
            : [DefaultStrategies[^1]];
        if (kernels.Count * strategies.Count > 2)
        {
            throw new InputException(
                $"found kernels {string.Join(", ", kernels.Select(kernel => kernel.Name))} and strategies "
                + $"{string.Join(", ", strategies.Select(strategy => strategy.Name))}, expected two at the most to be compared: "
                + "two strategies on one kernel, or one strategy on two kernels");
        }

        return [.. kernels.SelectMany(kernel => strategies.Select(strategy => new Contender(kernel, strategy)))];
    }
}
