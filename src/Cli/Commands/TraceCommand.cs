using System.CommandLine;

namespace Compare.Cli.Commands;

/// <summary><c>compare trace</c>: the events inside one scenario.</summary>
internal static class TraceCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string[]>("SCENARIO")
        {
            Description = "An id of the matrix, or the scenario itself, as in \"fs=ro mapping=private steps=copyin\".",
            Arity = ArgumentArity.OneOrMore,
        };
        var matrix = new Option<string?>("--matrix")
        {
            Description = "Where an id is looked up: standard, cross, or a table of scenarios [default: standard, then cross].",
            HelpName = "standard|cross|FILE.csv",
        };
        var kernels = new Option<string[]>("--kernel")
        {
            Description = "On this kernel; two with one strategy are compared. One of "
                + string.Join(", ", Catalogue.Kernels.Select(kernel => kernel.Name))
                + $" [default: {TraceContenders.DefaultKernel.Name}].",
            HelpName = "NAME",
        };
        var defaults = TraceContenders.DefaultStrategies;
        var strategies = new Option<string[]>("--strategy")
        {
            Description = "With this strategy; two are compared. One of "
                + $"{string.Join(", ", Catalogue.Strategies.Select(strategy => strategy.Name))}, "
                + "or an assembly with strategies of one's own "
                + $"[default: {string.Join(" and ", defaults.Select(strategy => strategy.Name))}; with two kernels {defaults[^1].Name}].",
            HelpName = "NAME|FILE.dll[:NAME]",
        };
        var flip = new Option<bool>("--flip")
        {
            Description = "Print instead which scenarios with one column changed have another verdict: other results, or with two to compare "
                + "another kind of difference.",
        };
        var command = new Command("trace", "Show what happens inside one scenario, event by event, or two strategies side by side.")
        {
            scenario, matrix, kernels, strategies, flip,
        };
        command.SetAction(parsed => TraceSession.Run(
            new TraceOptions(
                string.Join(' ', parsed.GetRequiredValue(scenario)),
                parsed.GetValue(matrix),
                parsed.GetValue(kernels) ?? [],
                parsed.GetValue(strategies) ?? [],
                parsed.GetValue(flip)),
            terminal));
        return command;
    }
}
