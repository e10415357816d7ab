namespace Compare.Reports;

/// <summary>What <c>check --plan</c> says: which scenarios would decide what is assumed today.</summary>
public static class PlanReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="plan">What there is to say.</param>
    public static Document Of(ObservationPlan plan)
    {
        var table = new Table(["would decide", "by", "scenario"], Texts: 3);
        foreach (var item in plan.Items)
        {
            table.Add(item.Decides, item.Contender?.ToString() ?? "-", item.Scenario is { } scenario ? Words.Code(ScenarioText.PrintShort(scenario)) : $"none of {Phrases.Number(plan.Tried)} tried");
        }

        var found = plan.Items.Count(item => item.Scenario is not null);
        return new Document(
        [
            new Heading(2, "What to record next"),
            plan.Items.IsEmpty ? new Paragraph("Nothing: observations decide every policy, exercise every rule, and show each class of differences.") : table,
            new Paragraph($"{Phrases.Counted(found, "scenario")} would decide something; a row of any kernel of that profile, with that strategy, is enough."
                + (found == plan.Items.Length ? "" : " Where none was found, nothing that is measured may tell the two values apart.")),
        ]);
    }
}
