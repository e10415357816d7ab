using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Runs scenarios for one contender. An instance serves one thread.</summary>
public sealed class ScenarioRunner
{
    private readonly Kernel _kernel;
    private readonly Effects _effects = new();
    private readonly OutcomeRecorder _recorder = new();
    private readonly SafetyWatch _safety = new();

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

    /// <summary>How often the steps run so far broke each rule; index as in <see cref="StepRule.All"/>.</summary>
    public ReadOnlySpan<SafetyCount> Safety => _safety.Counts;

    /// <summary>The rules that the last scenario broke, a bit for each; index as in <see cref="StepRule.All"/>.</summary>
    public uint Broken { get; private set; }

    /// <summary>Runs a scenario until its end, or until a step that does not end.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="cells">Filled with the nine measure cells; index is <see cref="Measure"/>.</param>
    public void Run(Scenario scenario, Span<string> cells)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _recorder.Begin();
        Broken = 0;
        var world = Kernel.SetUp(scenario.Setup);
        for (var i = 0; i < scenario.Steps.Length; i++)
        {
            RunStep(scenario, i, ref world);
            _recorder.Add(_effects);
            Broken |= _safety.Add(scenario, i, _effects);
            Tally = Tally.With(_effects);
            if (_effects.Result is StepResult.Blocked or StepResult.Livelock)
            {
                break;
            }
        }

        _recorder.CopyTo(cells);
    }

    private void RunStep(Scenario scenario, int step, ref World world)
    {
        try
        {
            _kernel.Run(in world, scenario.Steps[step], out world, _effects);
        }
        catch (Exception failure) when (failure is not InputException)
        {
            throw new InputException(
                $"strategy '{Contender.StrategyName}' on {Contender.KernelName} threw {failure.GetType().Name} in scenario '{scenario.Id}' at "
                + $"step {step + 1} ({StepText.Print(scenario.Steps[step])}): {failure.Message}",
                failure);
        }
    }
}
