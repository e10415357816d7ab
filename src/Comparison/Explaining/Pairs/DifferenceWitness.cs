using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The smallest scenario of a class: of those with fewest steps, those with fewest axes off their centre
/// (<see cref="ScenarioText.Centre"/>, and a last step at its default place); of these, the first by id.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Left">The nine measure cells on the left; index is <see cref="Measure"/>.</param>
/// <param name="Right">Those on the right.</param>
public sealed record DifferenceWitness(Scenario Scenario, ImmutableArray<string> Left, ImmutableArray<string> Right)
{
    /// <summary>The measures in which the two differ.</summary>
    public IEnumerable<Measure> Differing => Enum.GetValues<Measure>().Where(measure => Left[(int)measure] != Right[(int)measure]);

    /// <summary>The scenario as short as <c>--scenario</c> reads it: without its id and what is at its centre.</summary>
    public string Text
    {
        get
        {
            var centre = new Scenario(Scenario.Id, ScenarioText.Centre, Scenario.Steps);
            return string.Join(' ', ScenarioColumns.All
                .Where(column => column == "steps" || ScenarioColumns.Text(Scenario, column) != ScenarioColumns.Text(centre, column))
                .Select(column => $"{column}={ScenarioColumns.Text(Scenario, column)}"));
        }
    }

    internal static DifferenceWitness Of(OutcomeMatrix matrix, OutcomePair pair, bool[] isIn)
    {
        var best = -1;
        for (var i = 0; i < isIn.Length; i++)
        {
            // Scenarios stand in ordinal order of the id, so the first of equally small ones stays.
            if (isIn[i] && (best < 0 || Size(matrix.Scenarios[i]).CompareTo(Size(matrix.Scenarios[best])) < 0))
            {
                best = i;
            }
        }

        return new DifferenceWitness(
            matrix.Scenarios[best],
            matrix[matrix.NumberOf(best, pair.Left)].Cells,
            matrix[matrix.NumberOf(best, pair.Right)].Cells);
    }

    internal static (int Steps, int OffCentre) Size(Scenario scenario)
    {
        var (setup, centre) = (scenario.Setup, ScenarioText.Centre);
        return (
            scenario.Steps.Length,
            Off(setup.Mount == centre.Mount)
                + Off(setup.FileSystem == centre.FileSystem)
                + Off(setup.Mapping == centre.Mapping)
                + Off(setup.Geometry == centre.Geometry)
                + Off(setup.Extents == centre.Extents)
                + Off(setup.Length == centre.Length)
                + Off(setup.HugePages == centre.HugePages)
                + Off(scenario.Steps[^1].Place == default));
    }

    private static int Off(bool isAtCentre) => isAtCentre ? 0 : 1;
}
