using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Everything that a scenario's steps did for one contender, in order.</summary>
public sealed class Trace
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private Trace(Contender contender, Scenario scenario, ImmutableArray<TraceLine> lines, ImmutableArray<string> cells)
        => (Contender, Scenario, Lines, Cells) = (contender, scenario, lines, cells);

    /// <summary>Kernel and strategy.</summary>
    public Contender Contender { get; }

    /// <summary>What ran.</summary>
    public Scenario Scenario { get; }

    /// <summary>The events as lines; each step begins with one of kind <see cref="TraceLineKind.Step"/> at depth 0.</summary>
    public ImmutableArray<TraceLine> Lines { get; }

    /// <summary>The nine measure cells of the run; index is <see cref="Measure"/>.</summary>
    public ImmutableArray<string> Cells { get; }

    /// <summary>Runs a scenario and listens.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="contender">Kernel and strategy.</param>
    /// <exception cref="InputException">The strategy threw.</exception>
    public static Trace Of(Scenario scenario, Contender contender)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(contender);
        var cells = new string[Measures];
        new ScenarioRunner(contender).Run(scenario, cells);
        var values = cells.Select(cell => cell.Split('|')).ToArray();
        var recorder = new TraceRecorder(contender.Strategy as WritePredicate);
        var kernel = new Kernel(contender.Kernel, contender.Strategy, recorder);
        var effects = new Effects();
        var world = Kernel.SetUp(scenario.Setup);
        for (var i = 0; i < values[(int)Measure.Result].Length; i++)
        {
            recorder.BeginStep(scenario, i, in world);
            kernel.Run(in world, scenario.Steps[i], out world, effects);
            recorder.EndStep(effects.Result, in world, [.. values.Select(value => value[i])]);
        }

        return new Trace(contender, scenario, recorder.Lines, [.. cells]);
    }
}
