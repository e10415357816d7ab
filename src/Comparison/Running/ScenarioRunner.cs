using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Runs scenarios for one contender. An instance serves one thread.</summary>
public sealed class ScenarioRunner
{
    private readonly Kernel _kernel;
    private readonly Effects _effects = new();
    private readonly OutcomeRecorder _recorder = new();

    /// <summary>A runner.</summary>
    /// <param name="contender">Kernel and strategy.</param>
    public ScenarioRunner(Contender contender)
    {
        ArgumentNullException.ThrowIfNull(contender);
        Contender = contender;
        _kernel = new Kernel(contender.Kernel, contender.Strategy);
    }

    /// <summary>Kernel and strategy.</summary>
    public Contender Contender { get; }

    /// <summary>What the steps run so far came to.</summary>
    public ContenderTally Tally { get; private set; }

    /// <summary>Runs a scenario until its end, or until a step that does not end.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cells">Filled with the nine measure cells; index is <see cref="Measure"/>.</param>
    public void Run(Scenario scenario, Span<string> cells)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _recorder.Begin();
        var world = Kernel.SetUp(scenario.Setup);
        foreach (var step in scenario.Steps)
        {
            _kernel.Run(in world, step, out world, _effects);
            _recorder.Add(_effects);
            Tally = Tally.With(_effects);
            if (_effects.Result is StepResult.Blocked or StepResult.Livelock)
            {
                break;
            }
        }

        _recorder.CopyTo(cells);
    }
}
