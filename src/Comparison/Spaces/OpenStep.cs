namespace Compare.Comparison;

/// <summary>Runs one step for every predicate at once: where an open cell is asked, the step is run again with each answer.</summary>
internal sealed class OpenStep
{
    private readonly OpenPredicate _predicate = new();
    private readonly Effects _effects = new();
    private readonly Kernel _kernel;

    /// <summary>A step of a kernel.</summary>
    /// <param name="profile">Whose fault path.</param>
    public OpenStep(KernelProfile profile) => _kernel = new Kernel(profile, _predicate);

    /// <summary>Numbers the end of a step.</summary>
    /// <param name="effects">What it did.</param>
    /// <param name="after">The world after it.</param>
    public delegate int End(Effects effects, in World after);

    /// <summary>Runs a step.</summary>
    /// <param name="before">The world before it.</param>
    /// <param name="step">The step.</param>
    /// <param name="diagrams">Takes the function.</param>
    /// <param name="end">Gives a number to each end.</param>
    /// <returns>The number of the end, as a function of the predicate's table.</returns>
    public int Run(in World before, Step step, Diagrams diagrams, End end)
    {
        _predicate.Begin();
        _kernel.Run(in before, step, out var after, _effects);
        if (_predicate.Asked is < 0)
        {
            return Diagrams.Constant(end(_effects, in after));
        }

        var cell = _predicate.Asked;
        var branches = default(Branches);
        for (var answer = 0; answer < Branches.Length; answer++)
        {
            _predicate.Set(cell, answer);
            branches[answer] = Run(in before, step, diagrams, end);
        }

        _predicate.Clear(cell);
        return diagrams.Choose(cell, in branches);
    }
}
