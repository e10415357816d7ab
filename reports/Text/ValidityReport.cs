using Compare.Comparison;

namespace Compare.Reports;

/// <summary>What <c>validity</c> prints, as Markdown: rules and policies with the observations behind them, and what is assumed.</summary>
public static class ValidityReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="validity">What was measured.</param>
    /// <param name="screen">Where to.</param>
    public static void Write(Validity validity, Screen screen)
    {
        ArgumentNullException.ThrowIfNull(validity);
        ArgumentNullException.ThrowIfNull(screen);
        screen.Line("# How far real kernels hold the model");
        screen.Line();
        screen.Line($"Made by `compare validity` from {Numbers.Text(validity.Rows)} observed rows.");
        WritePolicies(validity, screen);
        WriteRules(validity, screen);
        WriteAssumptions(validity, screen);
    }

    private static void WritePolicies(Validity validity, Screen screen)
    {
        screen.Line();
        screen.Line("## Policies");
        screen.Line();
        screen.Line("Each decision in which kernels differ. The last column counts the observed values of that kernel that would disagree");
        screen.Line("if the policy had its other value. Sources stand at each value in `src/Engine/Profiles`.");
        screen.Line();
        var table = Tables.Create(4, "policy", "kernel", "value", "other value", "would disagree");
        foreach (var policy in validity.Policies)
        {
            table.Row(policy.Policy, policy.Kernel, policy.Value, policy.Other, Numbers.Text(policy.Disagreeing));
        }

        screen.Table(table, keys: 2);
    }

    private static void WriteRules(Validity validity, Screen screen)
    {
        screen.Line();
        screen.Line("## Rules");
        screen.Line();
        screen.Line("Observed steps that exercise each rule of the engine, with the kernel function that it stands for.");
        screen.Line();
        var table = Tables.Create(3, ["rule", "says", "stands for", .. validity.Kernels]);
        foreach (var count in validity.Rules)
        {
            table.Row([count.Rule.Id, count.Rule.Text, Source(count.Rule), .. count.Steps.Select(Numbers.Text)]);
        }

        screen.Table(table);
    }

    private static void WriteAssumptions(Validity validity, Screen screen)
    {
        screen.Line();
        screen.Line("## Assumptions");
        screen.Line();
        screen.Line("What no observation confirms: it was read in the kernel's source and nothing else.");
        screen.Line();
        foreach (var policy in validity.Policies.Where(policy => policy.IsAssumption))
        {
            screen.Line($"- policy {policy.Policy} on {policy.Kernel}: {policy.Value}, not {policy.Other}");
        }

        foreach (var rule in validity.Rules.Where(rule => rule.IsAssumption))
        {
            screen.Line($"- rule {rule.Rule.Id}: {rule.Rule.Text} ({Source(rule.Rule)})");
        }
    }

    private static string Source(RuleDescription rule) => $"{rule.File} {rule.Function}";
}
