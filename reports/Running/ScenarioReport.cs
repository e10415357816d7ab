using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Reports;

/// <summary>What <c>run --scenario</c> says: the contenders side by side, step by step.</summary>
public static class ScenarioReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="block">Outcomes of one scenario.</param>
    public static Document Of(OutcomeBlock block)
    {
        var scenario = block.Scenarios[0];
        var table = new Table(["step", "measure", .. block.Contenders.Select(Phrases.Name)], block.Contenders.Count + 2, Keys: 2);
        var steps = scenario.StepsText.Split(' ');
        for (var step = 0; step < steps.Length; step++)
        {
            foreach (var measure in Enum.GetValues<Measure>())
            {
                var values = block.Contenders.Select((_, i) => ValueOf(block.Cells(0, i)[(int)measure], step)).ToArray();
                var tone = values.Distinct().Count() == 1 ? Tone.Plain : Tone.Notable;
                table.Add(
                [
                    measure == Measure.Result ? steps[step] : "",
                    OutcomeColumns.Name(measure),
                    .. values.Select(value => Words.Of(value, tone)),
                ]);
            }
        }

        return new Document([new Paragraph(Words.Strong(ScenarioText.Print(scenario))), table]);
    }

    private static string ValueOf(string cell, int step)
    {
        var values = cell.Split('|');
        return step < values.Length ? values[step] : "(did not run)";
    }
}
