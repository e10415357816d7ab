namespace Compare.Comparison;

/// <summary>What the observations of a kernel say to another value of a policy.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Value">The value that the kernel has.</param>
/// <param name="Other">The value tried instead.</param>
/// <param name="Disagreeing">Observed values that would disagree then.</param>
public sealed record PolicyCount(string Kernel, string Policy, string Value, string Other, long Disagreeing)
{
    /// <summary>No observation tells the two values apart: an assumption, read in the source alone.</summary>
    public bool IsAssumption => Disagreeing == 0;
}

/// <summary>How many observed steps exercise a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Steps">Steps per kernel, in the order of <see cref="Validity.Kernels"/>.</param>
public sealed record RuleCount(RuleDescription Rule, ImmutableArray<long> Steps)
{
    /// <summary>No observed step exercises it: an assumption, read in the source alone.</summary>
    public bool IsAssumption => Steps.All(count => count == 0);
}

/// <summary>How far observations hold the model: which rules they exercise, and which policies they decide.</summary>
public sealed class Validity
{
    private Validity(int rows, ImmutableArray<string> kernels, ImmutableArray<RuleCount> rules, ImmutableArray<PolicyCount> policies) =>
        (Rows, Kernels, Rules, Policies) = (rows, kernels, rules, policies);

    /// <summary>Observed rows.</summary>
    public int Rows { get; }

    /// <summary>Names of the kernels that were observed, in ordinal order.</summary>
    public ImmutableArray<string> Kernels { get; }

    /// <summary>Every rule of the engine.</summary>
    public ImmutableArray<RuleCount> Rules { get; }

    /// <summary>Every policy of every kernel, against each other value that it can have.</summary>
    public ImmutableArray<PolicyCount> Policies { get; }

    /// <summary>What no observation decides.</summary>
    public ImmutableArray<Assumption> Assumptions =>
    [
        .. Policies.Where(policy => policy.IsAssumption).Select(policy => new Assumption(policy.Policy, policy.Kernel, policy.Value, policy.Other)),
        .. Rules.Where(rule => rule.IsAssumption).Select(rule => new Assumption(rule.Rule.Id)),
    ];

    /// <summary>Measures observations.</summary>
    /// <param name="rows">Observed rows.</param>
    public static Validity Of(IReadOnlyCollection<ObservedRow> rows)
    {
        var groups = rows
            .GroupBy(row => row.Contender)
            .OrderBy(group => group.Key.KernelName, StringComparer.Ordinal)
            .ThenBy(group => group.Key.StrategyName, StringComparer.Ordinal)
            .Select(group => (Contender: group.Key, Rows: group.ToArray()))
            .ToArray();
        var kernels = groups.Select(group => group.Contender.Kernel).DistinctBy(kernel => kernel.Name).ToArray();
        var steps = kernels.Select(kernel => CountRules(groups.Where(group => group.Contender.Kernel == kernel))).ToArray();
        return new(
            rows.Count,
            [.. kernels.Select(kernel => kernel.Name)],
            [.. RuleDescription.All.Select(rule => new RuleCount(rule, [.. steps.Select(counts => counts[(int)rule.Rule])]))],
            [.. from policy in Policy.All
                from kernel in kernels
                from other in policy.Values
                where !other.Equals(policy.ValueIn(kernel))
                select CountPolicy(policy, kernel, other, groups)]);
    }

    private static long[] CountRules(IEnumerable<(Contender Contender, ObservedRow[] Rows)> groups)
    {
        var counts = new long[RuleDescription.All.Length];
        var effects = new Effects();
        foreach (var (contender, rows) in groups)
        {
            var kernel = new Kernel(contender.Kernel, contender.Strategy);
            foreach (var row in rows)
            {
                var world = row.Scenario.Begin();
                foreach (var step in row.Scenario.Steps.AsSpan()[..row.Outcome.Steps.Length])
                {
                    kernel.Run(in world, step, out world, effects);
                    for (var rule = 0; rule < counts.Length; rule++)
                    {
                        counts[rule] += effects.Rules.Contains((Rule)rule) ? 1 : 0;
                    }
                }
            }
        }

        return counts;
    }

    private static PolicyCount CountPolicy(
        Policy policy, KernelProfile kernel, Enum other, IEnumerable<(Contender Contender, ObservedRow[] Rows)> groups)
    {
        var check = new ObservationCheck();
        foreach (var (contender, rows) in groups.Where(group => group.Contender.Kernel == kernel))
        {
            var runner = new ScenarioRunner(contender with { Kernel = policy.With(kernel, other) });
            foreach (var row in rows)
            {
                check.Add(row, runner);
            }
        }

        return new(kernel.Name, policy.Name, policy.ValueIn(kernel).ToString(), other.ToString(), check.Mismatches.Count);
    }
}
