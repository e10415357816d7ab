using Compare.Recording;

namespace Compare.Cli;

/// <summary>Finds the scenarios that would decide what observations leave open.</summary>
internal sealed class PlanSession(ObservationOptions observations, Terminal terminal)
{
    /// <summary>Prints them.</summary>
    /// <param name="output">A file that takes them as a scenario table, or <c>-</c> for standard output; none: no file.</param>
    public int Run(string? output)
    {
        var plan = Plan(output is null ? [] : [output]);
        var scenarios = plan.ScenariosOf(strategy: null);
        if (output == SharedOptions.StandardOutput)
        {
            using var table = new ScenarioTableWriter(terminal.Table());
            Array.ForEach([.. scenarios], table.Write);
            return ExitCodes.Done;
        }

        if (output is not null)
        {
            RefuseNothing(scenarios.Length, "any strategy");
            using var outputs = new AtomicFiles();
            using (var table = new ScenarioTableWriter(outputs.CreateTable(output)))
            {
                Array.ForEach([.. scenarios], table.Write);
            }

            outputs.Commit();
        }

        terminal.Screen.Write(PlanReport.Of(plan));
        if (output is not null)
        {
            terminal.Screen.Line();
            terminal.Screen.Line($"Wrote {scenarios.Length} scenarios to {output}.");
        }

        return ExitCodes.Done;
    }

    /// <summary>Those of a strategy.</summary>
    /// <param name="strategy">Name of the strategy.</param>
    /// <exception cref="InputException">There is none.</exception>
    public ScenarioSource Source(string strategy)
    {
        var scenarios = Plan([]).ScenariosOf(strategy);
        RefuseNothing(scenarios.Length, strategy);
        return new(scenarios.Length, scenarios);
    }

    private static void RefuseNothing(int scenarios, string strategy)
    {
        if (scenarios == 0)
        {
            throw new InputException($"found no scenario of {strategy} that would decide what the tables leave open, expected one at least");
        }
    }

    private ObservationPlan Plan(string[] outputs)
    {
        var rows = observations.Read(outputs, terminal);
        var kernels = rows.Select(row => row.Contender.Kernel).Distinct().ToArray();
        ImmutableArray<Contender> compared =
            Contender.Product(kernels, Catalogue.Strategies.Concat(observations.Guests.IsEmpty ? [] : rows.Select(row => row.Contender.Strategy)).DistinctBy(strategy => strategy.Name));

        // The newest kernels first, and the predicate that they have: no ext4 needs to be built for it.
        ImmutableArray<Contender> contenders =
        [
            .. from kernel in kernels.OrderByDescending(kernel => Catalogue.Kernels.ToList().IndexOf(kernel))
               from contender in compared.Where(contender => contender.Kernel == kernel).OrderBy(contender => contender.StrategyName == HandlerEdit.Own ? 0 : 1)
               select contender,
        ];
        var observed = new ObservedScenarios(
            Contender.Product(Catalogue.Kernels.Where(kernel => kernel.IsObserved), Catalogue.Strategies), observations.Paths.Select(path => OutcomeTable.Read(path)));
        return ObservationPlan.Of(Validity.Of(rows).Assumptions, contenders, compared, observed, Environment.ProcessorCount);
    }
}
