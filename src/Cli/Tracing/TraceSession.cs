using Compare.Comparison;
using Compare.Reports;

namespace Compare.Cli;

/// <summary>Traces a scenario and prints what happened, or what would have to be different.</summary>
internal static class TraceSession
{
    public static int Run(TraceOptions options, Terminal terminal)
    {
        var contenders = TraceContenders.Of(options);
        var scenario = ScenarioLookup.Find(options.Scenario, options.Matrix, terminal);
        if (options.Flip)
        {
            terminal.Screen.Write(TraceFlipReport.Of(Counterfactual.Of(scenario, contenders)));
        }
        else if (contenders.Count == 1)
        {
            TraceReport.Write(Trace.Of(scenario, contenders[0]), terminal.Screen);
        }
        else
        {
            TraceDifferenceReport.Write(Trace.Of(scenario, contenders[0]), Trace.Of(scenario, contenders[1]), terminal.Screen);
        }

        return ExitCodes.Done;
    }
}
