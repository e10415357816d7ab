using Compare.Examples;
using Compare.Strategies;

namespace Compare.Cli;

/// <summary>The kernels and strategies that have a name.</summary>
internal static class Catalogue
{
    /// <summary>Stands for every observed kernel.</summary>
    public const string All = "all";

    /// <summary>Every strategy, in the order in which they were proposed.</summary>
    public static IReadOnlyList<FaultHandler> Strategies { get; } = [new Original(), new V2(), new Zwisler()];

    /// <summary>Strategies that run only where they are named.</summary>
    public static IReadOnlyList<FaultHandler> Examples { get; } = [new ZwislerNoPud(), new LookupJournal(), new Never(), new V2NoSplit()];

    /// <summary>Every kernel.</summary>
    public static IReadOnlyList<KernelProfile> Kernels { get; } = KernelProfiles.All;

    /// <summary>The strategy of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="guests">Strategies beside those that are shipped.</param>
    /// <exception cref="InputException">No strategy has the name.</exception>
    public static FaultHandler Strategy(string name, IReadOnlyCollection<FaultHandler>? guests = null)
    {
        var known = Strategies.Concat(guests ?? []).Concat(Examples).ToArray();
        return Array.Find(known, strategy => strategy.Name == name)
            ?? throw Unknown("strategy", name, known.Select(strategy => strategy.Name).Distinct());
    }

    /// <summary>The kernel of a name.</summary>
    /// <exception cref="InputException">No kernel has the name.</exception>
    public static KernelProfile Kernel(string name) => Find(name, Kernels.Select(kernel => kernel.Name));

    /// <summary>The kernels named, each once; without a name, or with <c>all</c>, every observed one.</summary>
    /// <exception cref="InputException">A name is unknown.</exception>
    public static IReadOnlyList<KernelProfile> SelectKernels(IReadOnlyCollection<string> names)
    {
        var observed = Kernels.Where(kernel => kernel.IsObserved);
        return names.Count == 0 ? [.. observed] : [.. names.SelectMany(name => name == All ? observed : [Find(name, Kernels.Select(kernel => kernel.Name).Append(All))]).Distinct()];
    }

    /// <summary>The contender of a name in a table.</summary>
    /// <param name="name">Names of kernel and strategy.</param>
    /// <param name="location">Where the first row with them stands.</param>
    /// <param name="guests">Strategies beside those that are shipped.</param>
    /// <exception cref="InputException">One of them is unknown.</exception>
    public static Contender ContenderOf(ContenderName name, InputLocation location, IReadOnlyCollection<FaultHandler> guests)
    {
        try
        {
            return new Contender(Kernel(name.KernelName), Strategy(name.StrategyName, guests));
        }
        catch (InputException unknown)
        {
            throw new InputException(location, unknown.Message, unknown);
        }
    }

    /// <summary>The message about a name that nothing has.</summary>
    public static string UnknownText(string what, string name, IEnumerable<string> names)
    {
        var known = names.ToArray();
        return $"unknown {what} '{ControlCharacters.Shown(name)}', expected one of {string.Join(", ", known)}{NearName.Hint(name, known)}";
    }

    private static KernelProfile Find(string name, IEnumerable<string> expected)
        => Kernels.FirstOrDefault(kernel => kernel.Name == name) ?? throw Unknown("kernel", name, expected);

    private static InputException Unknown(string what, string name, IEnumerable<string> names) => new(UnknownText(what, name, names));
}
