using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Cli;

/// <summary>Compares what a run wrote with a baseline. Where only a part ran, only that part of the baseline counts.</summary>
internal static class BaselineSession
{
    /// <summary>Compares, and says nothing where there is no difference.</summary>
    /// <param name="options">What ran.</param>
    /// <param name="baseline">The table of the baseline.</param>
    /// <param name="outcomes">The table that was written.</param>
    /// <param name="contenders">Who ran.</param>
    /// <param name="filter">What was filtered.</param>
    /// <param name="terminal">Where the difference is shown.</param>
    /// <returns>0: the same. 1: different.</returns>
    public static int Run(
        RunOptions options, string baseline, string outcomes, IReadOnlyCollection<Contender> contenders, WhereFilter? filter, Terminal terminal)
    {
        var kernels = contenders.Select(contender => contender.KernelName).ToHashSet(StringComparer.Ordinal);
        var strategies = contenders.Select(contender => contender.StrategyName).ToHashSet(StringComparer.Ordinal);
        var session = new DiffSession(baseline, outcomes, DiffOptions.Default, terminal)
        {
            AdmitsOld = options.Kernels.Count == 0 && options.Strategies.Count == 0 && filter is null ? null : Admits,
            Guests = [.. options.Strategies.Where(name => name.Contains(".dll", StringComparison.OrdinalIgnoreCase))],
            Before = () => terminal.Screen.Line(),
        };
        var code = session.Run(DiffFormat.Text, speaksOfSame: false);
        if (code != ExitCodes.Done && !options.IsPart)
        {
            terminal.Screen.Line();
            terminal.Screen.Line($"To accept these outcomes: compare run --save-baseline {options.Baseline}");
        }

        return code;

        bool Admits(FilterSubject row) =>
            (options.Kernels.Count == 0 || kernels.Contains(row.Kernel!))
            && (options.Strategies.Count == 0 || strategies.Contains(row.Strategy!))
            && filter?.Admits(row) != false;
    }
}
