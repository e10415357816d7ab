namespace Compare.Reports;

/// <summary>What <c>validity</c> says: rules and policies with the observations behind them, and what is assumed.</summary>
public static class ValidityReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="validity">What was measured.</param>
    public static Document Of(Validity validity) => new(
    [
        new Heading(1, "How far real kernels hold the model"),
        new Paragraph("Made by " + Words.Code("compare validity") + $" from {Phrases.Number(validity.Rows)} observed rows."),
        new Heading(2, "Policies"),
        new Paragraph("Each decision in which kernels differ. The last column counts the observed values of that kernel that would disagree"
            + Words.SoftBreak + "if the policy had the other value. Sources stand at each value in " + Words.Code("src/Engine/Profiles") + "."),
        Policies(validity),
        new Heading(2, "Rules"),
        new Paragraph("Observed steps that exercise each rule of the engine, with the kernel function that it stands for."),
        Rules(validity),
        new Heading(2, "Assumptions"),
        new Paragraph("What no observation confirms: it was read in the kernel's source and nothing else."),
        .. validity.Assumptions.Where(assumption => !assumption.IsRule).Select(policy => new Item(policy.ToString())),
        .. validity.Rules.Where(rule => rule.IsAssumption)
            .Select(rule => new Item($"rule {rule.Rule.Id}: {rule.Rule.Text} ({Source(rule.Rule)})")),
    ]);

    private static Table Policies(Validity validity)
    {
        var table = new Table(["policy", "kernel", "value", "other value", "would disagree"], Texts: 4, Keys: 2);
        foreach (var policy in validity.Policies)
        {
            table.Add(policy.Policy, policy.Kernel, policy.Value, policy.Other, Phrases.Number(policy.Disagreeing));
        }

        return table;
    }

    private static Table Rules(Validity validity)
    {
        var table = new Table(["rule", "says", "stands for", .. validity.Kernels], Texts: 3);
        foreach (var count in validity.Rules)
        {
            table.Add([count.Rule.Id, count.Rule.Text, Source(count.Rule), .. count.Steps.Select(steps => (Words)Phrases.Number(steps))]);
        }

        return table;
    }

    private static string Source(RuleDescription rule) => $"{rule.File} {rule.Function}";
}
