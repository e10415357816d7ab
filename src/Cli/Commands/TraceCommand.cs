namespace Compare.Cli.Commands;

/// <summary><c>compare trace</c>: the events inside one scenario for one strategy on one kernel, or side by side for two strategies on one
/// kernel or one strategy on two kernels.</summary>
internal static class TraceCommand
{
    /// <summary>The kernel where none is named: the oldest observed one, where the patch at hand was made.</summary>
    private static readonly string DefaultKernel = Catalogue.Kernels.First(kernel => kernel.IsObserved).Name;

    /// <summary>The strategies where none is named: the first proposed and the last, before the patch and after it.</summary>
    private static readonly string[] DefaultStrategies = [Catalogue.Strategies[0].Name, Catalogue.Strategies[^1].Name];

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string[]>("SCENARIO")
        {
            Description = "An id of the matrix, or the scenario itself, as in \"fs=ro mapping=private steps=copyin\".",
            Arity = ArgumentArity.OneOrMore,
        };
        var flip = new Option<bool>("--flip")
        {
            Description = "Print instead which scenarios with one column changed have another verdict: other results, or with two to compare "
                + "another kind of difference.",
        };
        var command = new Command(
            "trace", "Show what happens inside one scenario, event by event, or two strategies, or kernels, side by side.") { scenario };
        var selection = SelectionOptions.AddWithoutWhere(
            command,
            $"{ScenarioSource.Standard}, then {ScenarioSource.Cross}",
            DefaultKernel,
            $"{string.Join(" and ", DefaultStrategies)}; with two kernels {DefaultStrategies[^1]}");
        command.Add(flip);
        command.SetAction(parsed => Trace(string.Join(' ', parsed.GetRequiredValue(scenario)), selection(parsed), parsed.GetValue(flip), terminal));
        return command;
    }

    private static int Trace(string text, SelectionOptions options, bool flip, Terminal terminal)
    {
        var contenders = Contenders(options);
        var scenario = ScenarioSource.Find(text, options.Matrix, terminal);
        if (flip)
        {
            terminal.Screen.Write(TraceFlipReport.Of(Counterfactual.Of(scenario, contenders)));
        }
        else if (contenders is [var only])
        {
            TraceReport.Write(Comparison.Trace.Of(scenario, only), terminal.Screen);
        }
        else
        {
            TraceDifferenceReport.Write(
                Comparison.Trace.Of(scenario, contenders[0]), Comparison.Trace.Of(scenario, contenders[1]), terminal.Screen);
        }

        return ExitCodes.Done;
    }

    /// <summary>One contender, or two to be compared, in the order in which they were named.</summary>
    /// <exception cref="InputException">A name is unknown, or these are too many for one comparison.</exception>
    private static ImmutableArray<Contender> Contenders(SelectionOptions options)
    {
        var named = options.Kernels.IsEmpty ? options with { Kernels = [DefaultKernel] } : options;
        var hasOneKernel = Catalogue.SelectKernels(named.Kernels).Count == 1;
        var selection = Selection.Of(
            options.Strategies.IsEmpty ? named with { Strategies = [.. hasOneKernel ? DefaultStrategies : DefaultStrategies[^1..]] } : named);
        return selection.NamedContenders is { Length: <= 2 } contenders
            ? contenders
            : throw new InputException(
                $"found kernels {string.Join(", ", selection.Kernels.Select(kernel => kernel.Name))} and strategies "
                + $"{string.Join(", ", selection.Strategies.Select(strategy => strategy.Name))}, expected two at the most to be compared: "
                + "two strategies on one kernel, or one strategy on two kernels");
    }
}
