namespace Compare.Reports;

/// <summary>What <c>trace --flip</c> says: the changes of one column that change the verdict.</summary>
public static class TraceFlipReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="counterfactual">The neighbours and their verdicts.</param>
    public static Document Of(Counterfactual counterfactual)
    {
        var table = new Table(["column", "from", "to", "before", "after"], Texts: 5, Keys: 3);
        foreach (var (neighbour, after) in counterfactual.Flips)
        {
            table.Add(neighbour.Column, neighbour.From, neighbour.To, counterfactual.Before.Text, after.Text);
        }

        return new Document(
        [
            new Heading(2, string.Join(" | ", counterfactual.Contenders.Select(Phrases.Name))),
            new Paragraph(TraceReport.ScenarioLine(counterfactual.Scenario) + Words.HardBreak + $"verdict: {counterfactual.Before.Text}"),
            .. table.Rows.Count > 0 ? (Block[])[new Paragraph("One column changed, and the verdict with it:"), table] : [],
            new Paragraph($"{Phrases.Number(table.Rows.Count)} of {Phrases.Number(counterfactual.Legal)} scenarios with one column changed have another verdict;"
                + Words.SoftBreak + $"left out, since no such combination can exist: {Phrases.Number(counterfactual.Illegal)}."),
        ]);
    }
}
