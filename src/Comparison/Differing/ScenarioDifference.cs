namespace Compare.Comparison;

/// <summary>A scenario in which strategies differ on one kernel.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Kind">The worst kind of any two strategies, from the base, or those first in ordinal order, to the others.</param>
/// <param name="Outcomes">Strategy and its outcome, in ordinal order of the strategy.</param>
public sealed record ScenarioDifference(
    Scenario Scenario,
    string Kernel,
    DifferenceKind Kind,
    ImmutableArray<(string Strategy, Outcome Outcome)> Outcomes)
{
    /// <summary>The first measure in which any two strategies differ; none where only the rules that they break do.</summary>
    public Measure? FirstMeasure => Differing.First;

    private OutcomeDifference Differing => new(
        Kind, Outcomes.SelectMany(left => Outcomes.Select(right => left.Outcome.Differing(right.Outcome))).Aggregate((all, measures) => all | measures));

    /// <summary>Whether any two strategies differ in a measure.</summary>
    /// <param name="measure">The measure.</param>
    public bool Has(Measure measure) => Differing.Has(measure);

    /// <summary>Worst first, then ordinal by id and kernel.</summary>
    /// <param name="left">A difference.</param>
    /// <param name="right">Another difference.</param>
    public static int CompareWorstFirst(ScenarioDifference left, ScenarioDifference right)
    {
        var order = left.Kind.CompareTo(right.Kind);
        if (order == 0)
        {
            order = string.CompareOrdinal(left.Scenario.Id, right.Scenario.Id);
        }

        return order != 0 ? order : string.CompareOrdinal(left.Kernel, right.Kernel);
    }

    /// <summary>The value of a measure for a strategy; empty where it did not run.</summary>
    /// <param name="strategy">Name of the strategy.</param>
    /// <param name="measure">The measure.</param>
    public string Text(string strategy, Measure measure)
    {
        foreach (var (name, outcome) in Outcomes)
        {
            if (name == strategy)
            {
                return outcome.Text(measure);
            }
        }

        return "";
    }
}
