namespace Compare.Comparison;

/// <summary>The smallest scenario of a class: of those with fewest steps, those with fewest axes off their centre
/// (<see cref="ScenarioText.Centre"/>, and a last step at its default place); of these, the first by id.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Left">Its outcome on the left.</param>
/// <param name="Right">Its outcome on the right.</param>
public sealed record DifferenceWitness(Scenario Scenario, Outcome Left, Outcome Right)
{
    /// <summary>The measures in which the two differ.</summary>
    public IEnumerable<Measure> Differing => Enum.GetValues<Measure>().Where(OutcomeDifference.Between(Left, Right).Has);

    /// <summary>The scenario as short as <c>--scenario</c> reads it: without its id and what is at its centre.</summary>
    public string Text => ScenarioText.PrintShort(Scenario);

    /// <summary>Index of the smallest scenario of a set.</summary>
    /// <param name="scenarios">In ordinal order of the id, so that the first of equally small ones stays.</param>
    /// <param name="isIn">For each whether it is in the set; at least one is.</param>
    internal static int Smallest(IReadOnlyList<Scenario> scenarios, bool[] isIn)
    {
        var best = -1;
        for (var i = 0; i < isIn.Length; i++)
        {
            if (isIn[i] && (best < 0 || scenarios[i].Size.CompareTo(scenarios[best].Size) < 0))
            {
                best = i;
            }
        }

        return best;
    }
}
