using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>list rules</c> prints: every rule that a finding can come from, worst first.</summary>
public static class RuleReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(IEnumerable<FindingRule> rules, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(screen);
        var table = Tables.Create(4, "rule", "severity", "finds", "judged by");
        foreach (var rule in rules.OrderBy(rule => rule.Severity))
        {
            table.Row(rule.Id, SeverityWords.Of(rule.Severity), rule.Text, rule.IsBroken is not null ? "each step" : "outcomes of the strategies run");
        }

        screen.Table(table);
        screen.Line();
        screen.Line($"Severities, worst first: {string.Join(", ", SeverityWords.All)}.");
    }
}
