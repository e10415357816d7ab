using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>The contenders that <c>explain</c> runs, and the pairs of them that it compares.</summary>
/// <param name="Contenders">Who runs.</param>
/// <param name="Pairs">Indices of the two sides of each pair.</param>
/// <param name="Guests">For each strategy that is not shipped what the command line called it.</param>
internal sealed record ExplainSides(
    ImmutableArray<Contender> Contenders, ImmutableArray<(int Left, int Right)> Pairs, IReadOnlyDictionary<string, string> Guests)
{
    /// <summary>The pairs that were asked for.</summary>
    /// <exception cref="InputException">A name is unknown, or the two sides cannot be compared.</exception>
    public static ExplainSides Of(ExplainOptions options)
    {
        var guests = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.Sides is not [var left, var right])
        {
            var contenders = Product(Catalogue.SelectKernels(options.Kernels), Strategies(options.Strategies, guests));
            return new(contenders, [.. ContenderName.PairsOf(contenders)], guests);
        }

        if (left == right)
        {
            throw new InputException($"explain: found '{left}' twice, expected two different sides");
        }

        var isOfKernels = IsKernel(left);
        if (isOfKernels != IsKernel(right))
        {
            throw new InputException($"explain: found '{left}' and '{right}', expected two strategies or two kernels");
        }

        return isOfKernels ? OfKernels(left, right, options, guests) : OfStrategies(left, right, options, guests);
    }

    private static bool IsKernel(string name)
    {
        if (Catalogue.Kernels.Any(kernel => kernel.Name == name))
        {
            return true;
        }

        var strategies = Catalogue.Strategies.Select(strategy => strategy.Name).ToArray();
        return strategies.Contains(name) || name.Contains(".dll", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw new InputException(Catalogue.UnknownText(
                "strategy or kernel", name, [.. strategies, .. Catalogue.Kernels.Select(kernel => kernel.Name)]));
    }

    private static ExplainSides OfKernels(string left, string right, ExplainOptions options, Dictionary<string, string> guests)
    {
        if (options.Kernels.Count > 0)
        {
            throw new InputException("found --kernel and kernels to compare, expected one of them; --strategy names the strategies");
        }

        var strategies = Strategies(options.Strategies, guests);
        ImmutableArray<Contender> contenders =
        [
            .. strategies.SelectMany(strategy => (Contender[])[new(Catalogue.Kernel(left), strategy), new(Catalogue.Kernel(right), strategy)]),
        ];
        return new(contenders, Adjacent(contenders.Length), guests);
    }

    private static ExplainSides OfStrategies(string left, string right, ExplainOptions options, Dictionary<string, string> guests)
    {
        if (options.Strategies.Count > 0)
        {
            throw new InputException("found --strategy and strategies to compare, expected one of them; --kernel names the kernels");
        }

        var strategies = Strategies([left, right], guests);
        if (strategies.Count != 2)
        {
            throw new InputException($"explain: found {strategies.Count} strategies in '{left}' and '{right}', expected two; FILE.dll:NAME names one");
        }

        return new(Product(Catalogue.SelectKernels(options.Kernels), strategies), Adjacent(Catalogue.SelectKernels(options.Kernels).Count * 2), guests);
    }

    private static ImmutableArray<Contender> Product(IEnumerable<KernelProfile> kernels, IReadOnlyList<FaultHandler> strategies)
        => [.. kernels.SelectMany(kernel => strategies.Select(strategy => new Contender(kernel, strategy)))];

    private static ImmutableArray<(int Left, int Right)> Adjacent(int contenders)
        => [.. Enumerable.Range(0, contenders / 2).Select(i => (2 * i, (2 * i) + 1))];

    /// <summary>Strategies by name; remembers what those that are not shipped were called.</summary>
    private static List<FaultHandler> Strategies(IReadOnlyList<string> names, Dictionary<string, string> guests)
    {
        if (names.Count == 0)
        {
            return [.. Catalogue.Strategies];
        }

        var all = StrategySelection.Of(names);
        foreach (var strategy in all.Where(strategy => Catalogue.Strategies.All(shipped => shipped.Name != strategy.Name)))
        {
            var file = names.First(name => name.Contains(".dll", StringComparison.OrdinalIgnoreCase)
                && (!name.Contains(".dll:", StringComparison.OrdinalIgnoreCase) || name.EndsWith($":{strategy.Name}", StringComparison.Ordinal)));
            guests[strategy.Name] = file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? $"{file}:{strategy.Name}" : file;
        }

        return [.. all];
    }
}
