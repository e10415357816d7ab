namespace Compare.Comparison;

/// <summary>Runs scenarios for one contender. An instance serves one thread.</summary>
public sealed class ScenarioRunner
{
    private readonly Kernel _kernel;
    private readonly Effects _effects = new();
    private readonly OutcomeRecorder _recorder;
    private readonly OutcomePool _pool;

    /// <summary>A runner.</summary>
    /// <param name="contender">Kernel and strategy.</param>
    /// <param name="pool">Takes the outcomes; one of its own unless several runners are to be compared by id.</param>
    public ScenarioRunner(Contender contender, OutcomePool? pool = null)
    {
        Contender = contender;
        _kernel = new Kernel(contender.Kernel, contender.Strategy);
        _pool = pool ?? new OutcomePool();
        _recorder = new OutcomeRecorder(_pool);
    }

    /// <summary>Kernel and strategy.</summary>
    public Contender Contender { get; }

    /// <summary>Runs a scenario until its end, or until a step that does not end.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="InputException">The strategy threw.</exception>
    public Outcome Run(Scenario scenario) => _pool[IdOf(scenario)];

    /// <summary>Runs a scenario; gives back the id of its outcome in the pool.</summary>
    internal int IdOf(Scenario scenario)
    {
        _recorder.Begin();
        var world = scenario.Begin();
        for (var i = 0; i < scenario.Steps.Length; i++)
        {
            RunStep(scenario, i, ref world);
            _recorder.Add(_effects, FindingRule.Judge(scenario.Setup.Mount, _effects));
            if (scenario.EndsAt(i, _effects.Result))
            {
                break;
            }
        }

        return _recorder.Finish();
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
