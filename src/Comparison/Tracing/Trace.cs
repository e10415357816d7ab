namespace Compare.Comparison;

/// <summary>Everything that a scenario's steps did for one contender, in order.</summary>
public sealed class Trace
{
    private Trace(Contender contender, Scenario scenario, ImmutableArray<TraceLine> lines, Outcome outcome)
        => (Contender, Scenario, Lines, Outcome) = (contender, scenario, lines, outcome);

    /// <summary>Kernel and strategy.</summary>
    public Contender Contender { get; }

    /// <summary>What ran.</summary>
    public Scenario Scenario { get; }

    /// <summary>The events as lines; each step begins with one of kind <see cref="TraceLineKind.Step"/> at depth 0.</summary>
    public ImmutableArray<TraceLine> Lines { get; }

    /// <summary>What the run came to.</summary>
    public Outcome Outcome { get; }

    /// <summary>Runs a scenario and listens.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Kernel and strategy.</param>
    /// <exception cref="InputException">The strategy threw.</exception>
    public static Trace Of(Scenario scenario, Contender contender)
    {
        var outcome = new ScenarioRunner(contender).Run(scenario);
        var recorder = new TraceRecorder(contender.Strategy);
        var kernel = new Kernel(contender.Kernel, contender.Strategy, recorder);
        var effects = new Effects();
        var world = scenario.Begin();
        for (var i = 0; i < outcome.Steps.Length; i++)
        {
            recorder.BeginStep(scenario, i, in world);
            kernel.Run(in world, scenario.Steps[i], out world, effects);
            recorder.EndStep(outcome.Steps[i], in world);
        }

        return new Trace(contender, scenario, recorder.Lines, outcome);
    }
}
