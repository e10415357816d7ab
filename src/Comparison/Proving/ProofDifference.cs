namespace Compare.Comparison;

/// <summary>Steps that differ, wherever they do.</summary>
/// <param name="Smallest">The start nearest to the centre, with the steps.</param>
/// <param name="Step">Index of the step that differs.</param>
/// <param name="Left">What that step comes to on the left.</param>
/// <param name="Right">What it comes to on the right.</param>
/// <param name="Groups">The groups in which the steps differ.</param>
public sealed record ProofDifference(Scenario Smallest, int Step, StepOutcome Left, StepOutcome Right, ImmutableArray<ProofGroup> Groups)
{
    /// <summary>How many steps there are.</summary>
    public int Length => Smallest.Steps.Length;

    /// <summary>The step that differs, as a scenario's text names it.</summary>
    public string StepWord => StepText.Print(Smallest.Steps[Step]);

    /// <summary>Runs the steps from every start, as any scenario is run.</summary>
    /// <param name="question">What is compared.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="groups">The groups, those nearest to the centre first.</param>
    /// <exception cref="InvalidOperationException">They differ nowhere: the search was wrong.</exception>
    internal static ProofDifference Of(ProofQuestion question, ImmutableArray<Step> steps, IEnumerable<ProofGroup> groups)
    {
        var (left, right) = (new ScenarioRunner(question.Left), new ScenarioRunner(question.Right));
        ProofDifference? best = null;
        var all = ImmutableArray.CreateBuilder<ProofGroup>();
        foreach (var group in groups)
        {
            foreach (var setup in group.Starts)
            {
                var scenario = new ProofWitness(setup, steps).ToScenario();
                var (one, other) = (left.Run(scenario), right.Run(scenario));
                if (FirstDifference(question, one, other) is not (>= 0 and var step))
                {
                    continue;
                }

                if (all.Count == 0 || all[^1] != group)
                {
                    all.Add(group);
                }

                if (best is null || scenario.Size.CompareTo(best.Smallest.Size) < 0)
                {
                    best = new ProofDifference(scenario, step, one.Steps[step], other.Steps[step], []);
                }
            }
        }

        return best is null
            ? throw new InvalidOperationException($"the steps {StepText.Print(steps.AsSpan())} do not differ when they are run")
            : best with { Groups = all.ToImmutable() };
    }

    private static int FirstDifference(ProofQuestion question, Outcome left, Outcome right)
    {
        for (var step = 0; step < Math.Min(left.Steps.Length, right.Steps.Length); step++)
        {
            if (question.Measures.Any(measure => !left.Steps[step].Agrees(right.Steps[step], measure)))
            {
                return step;
            }
        }

        return -1;
    }
}
