namespace Compare.Reports;

/// <summary>What <c>run --scenario</c> says: the contenders side by side, step by step.</summary>
public static class ScenarioReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="outcomes">Outcomes of one scenario.</param>
    public static Document Of(OutcomeSet outcomes)
    {
        var scenario = outcomes.Scenarios[0];
        var table = new Table(["step", "measure", .. outcomes.Contenders.Select(Phrases.Name)], outcomes.Contenders.Length + 2, Keys: 2);
        var steps = scenario.StepsText.Split(' ');
        for (var step = 0; step < steps.Length; step++)
        {
            foreach (var measure in Enum.GetValues<Measure>())
            {
                var values = outcomes.Contenders.Select((_, i) => outcomes[0, i]!.Value(measure, step) ?? "(did not run)").ToArray();
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
}
