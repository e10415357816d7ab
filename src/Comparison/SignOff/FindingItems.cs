using System.Globalization;

namespace Compare.Comparison;

/// <summary>Findings as items.</summary>
internal static class FindingItems
{
    public static SignOffItem Of(Finding finding) => new(
        IsFinding: true,
        finding.Rule.Severity,
        finding.Contender.ToString(),
        finding.Contender.StrategyName,
        finding.Contender.KernelName,
        $"{finding.Rule.Id}: {finding.Rule.Text}",
        finding.Scenarios,
        string.Create(CultureInfo.InvariantCulture, $"{finding.Amount:N0} {finding.Rule.Unit}{(finding.Amount == 1 ? "" : "s")}"),
        finding.Condition,
        finding.Witness,
        finding.Values,
        EvidenceHash.Of(finding.Rule.Id, finding.Condition.ToString(), finding.OutcomeHash));
}
