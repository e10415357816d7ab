namespace Compare.Reports;

/// <summary>What <c>run --only-differences</c> says: the scenarios in which strategies differ, worst first.</summary>
public static class DifferenceReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="differences">The differences, in any order.</param>
    /// <param name="strategies">Names of all strategies, in ordinal order.</param>
    public static Document Of(IEnumerable<ScenarioDifference> differences, IReadOnlyList<string> strategies)
    {
        var sorted = differences.ToList();
        if (sorted.Count == 0)
        {
            return new Document([new Paragraph("The strategies differ in no scenario.")]);
        }

        sorted.Sort(ScenarioDifference.CompareWorstFirst);
        var table = new Table(["kernel", "scenario", "kind", "direction", "measure", .. strategies], 5 + strategies.Count, Keys: 2);
        foreach (var difference in sorted)
        {
            var measure = difference.FirstMeasure;
            table.Add(
            [
                difference.Kernel,
                difference.Scenario.Id,
                DifferenceTableWriter.KindOf(difference),
                DifferenceTableWriter.Direction(difference.Kind),
                measure is { } shown ? OutcomeColumns.Name(shown) : "-",
                .. strategies.Select(strategy => (Words)(measure is { } first ? difference.Text(strategy, first) : "")),
            ]);
        }

        return new Document(
        [
            new Paragraph(Words.Strong("Scenarios in which strategies differ, worst first, each with the first measure that differs:")),
            table,
            new Paragraph($"{Phrases.Counted(sorted.Count, "difference")}."),
        ]);
    }
}
