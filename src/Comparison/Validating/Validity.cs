using System.Collections.Immutable;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

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

    /// <summary>Every policy of every kernel.</summary>
    public ImmutableArray<PolicyCount> Policies { get; }

    /// <summary>Measures observations.</summary>
    /// <param name="rows">Observed rows.</param>
    /// <param name="contenderOf">Kernel and strategy of a row.</param>
    public static Validity Of(IReadOnlyCollection<OutcomeRow> rows, Func<OutcomeRow, Contender> contenderOf)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(contenderOf);
        var groups = rows
            .GroupBy(contenderOf)
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
            [.. Policy.All.SelectMany(policy => kernels.Select(kernel => CountPolicy(policy, kernel, groups)))]);
    }

    private static long[] CountRules(IEnumerable<(Contender Contender, OutcomeRow[] Rows)> groups)
    {
        var counts = new long[RuleDescription.All.Length];
        var effects = new Effects();
        foreach (var (contender, rows) in groups)
        {
            var kernel = new Kernel(contender.Kernel, contender.Strategy);
            foreach (var row in rows)
            {
                var world = Kernel.SetUp(row.Scenario.Setup);
                foreach (var step in row.Scenario.Steps.AsSpan()[..row.StepsRun])
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
        Policy policy, KernelProfile kernel, IEnumerable<(Contender Contender, OutcomeRow[] Rows)> groups)
    {
        var value = policy.ValueIn(kernel);
        var other = policy.Values.Single(candidate => !candidate.Equals(value));
        var check = new ObservationCheck();
        foreach (var (contender, rows) in groups.Where(group => group.Contender.Kernel == kernel))
        {
            var runner = new ScenarioRunner(contender with { Kernel = policy.With(kernel, other) });
            foreach (var row in rows)
            {
                check.Add(row, runner);
            }
        }

        return new(kernel.Name, policy.Name, value.ToString(), other.ToString(), check.Mismatches.Count);
    }
}
