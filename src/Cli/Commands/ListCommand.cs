using System.CommandLine;
using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli.Commands;

/// <summary><c>compare list</c>: what has a name.</summary>
internal static class ListCommand
{
    public static Command Create(Terminal terminal)
    {
        var strategies = new Command("strategies", "Each predicate with its condition, origin and decision table.");
        strategies.SetAction(_ =>
        {
            StrategyReport.Write(Catalogue.Strategies.Select(StrategyDescription.Of), terminal.Screen);
            return ExitCodes.Done;
        });
        var kernels = new Command("kernels", "Each kernel with its policies.");
        kernels.SetAction(_ =>
        {
            KernelReport.Write(Catalogue.Kernels.Select(KernelDescription.Of), terminal.Screen);
            return ExitCodes.Done;
        });
        return new Command("list", "List what has a name.") { strategies, kernels };
    }
}
