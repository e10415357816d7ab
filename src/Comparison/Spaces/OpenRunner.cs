namespace Compare.Comparison;

/// <summary>
/// Runs scenarios for every predicate at once. A step is run from each world that it meets once for each way of answering the cells that
/// it asks; what a scenario comes to is put together from these. An instance serves one thread.
/// </summary>
/// <param name="kernel">Whose fault path.</param>
/// <param name="pool">Takes the outcomes.</param>
internal sealed class OpenRunner(KernelProfile kernel, OutcomePool pool)
{
    private readonly OpenStep _step = new(kernel);
    private readonly OutcomeRecorder _recorder = new(pool);
    private readonly Dictionary<(int World, Step Step), int> _steps = [];
    private readonly Dictionary<World, int> _numbers = [];
    private readonly List<World> _worlds = [];
    private readonly Dictionary<(int Step, StepResult Result, int World), int> _ends = [];
    private readonly List<(int Step, StepResult Result, int World)> _endOf = [];
    private readonly Dictionary<(int Position, int World, Step Last), int> _last = [];

    /// <summary>What the scenarios come to, as functions with ids of outcomes; those of steps as well, with numbers of ends.</summary>
    public Diagrams Diagrams { get; } = new();

    /// <summary>The outcome of a scenario as a function of the predicate's table.</summary>
    /// <param name="scenario">The scenario.</param>
    public int Run(Scenario scenario)
    {
        _recorder.Begin();
        return From(scenario, 0, NumberOf(scenario.Begin()), _recorder.Position);
    }

    private int From(Scenario scenario, int step, int world, int position)
    {
        var isLast = step == scenario.Steps.Length - 1;
        var key = (position, world, scenario.Steps[step]);
        if (isLast && _last.TryGetValue(key, out var known))
        {
            return known;
        }

        var function = Diagrams.Bind(
            Diagrams,
            StepFrom(scenario.Setup.Mount, world, scenario.Steps[step]),
            end =>
            {
                var (number, result, after) = _endOf[end];
                _recorder.Position = position;
                _recorder.Add(number);
                return isLast || scenario.EndsAt(step, result) ? Diagrams.Constant(_recorder.Finish()) : From(scenario, step + 1, after, _recorder.Position);
            },
            []);
        if (isLast)
        {
            _last.Add(key, function);
        }

        return function;
    }

    /// <summary>How a step ends from a world, as a function of the predicate's table.</summary>
    private int StepFrom(Mount mount, int world, Step step)
    {
        if (!_steps.TryGetValue((world, step), out var function))
        {
            var before = _worlds[world];
            function = _step.Run(in before, step, Diagrams, (Effects effects, in World after) =>
            {
                var end = (_recorder.NumberOf(effects, FindingRule.Judge(mount, effects)), effects.Result, NumberOf(in after));
                if (!_ends.TryGetValue(end, out var number))
                {
                    number = _endOf.Count;
                    _ends.Add(end, number);
                    _endOf.Add(end);
                }

                return number;
            });
            _steps.Add((world, step), function);
        }

        return function;
    }

    private int NumberOf(in World world)
    {
        if (!_numbers.TryGetValue(world, out var number))
        {
            number = _worlds.Count;
            _numbers.Add(world, number);
            _worlds.Add(world);
        }

        return number;
    }
}
