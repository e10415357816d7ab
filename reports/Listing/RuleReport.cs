using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list rules</c> says: every rule that a finding can come from, worst first.</summary>
public static class RuleReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="rules">The rules.</param>
    public static Document Of(IEnumerable<FindingRule> rules)
    {
        var table = new Table(["rule", "severity", "finds", "judged by"], Texts: 4);
        foreach (var rule in rules.OrderBy(rule => rule.Severity))
        {
            table.Add(rule.Id, SeverityWords.Of(rule.Severity), rule.Text, rule is StepRule ? "each step" : "outcomes of the strategies run");
        }

        return new Document([table, new Paragraph($"Severities, worst first: {string.Join(", ", SeverityWords.All)}.")]);
    }
}
