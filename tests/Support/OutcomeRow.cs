using System.Collections.Immutable;
using Compare.Comparison;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>A row of an outcome table.</summary>
internal sealed record OutcomeRow(Scenario Scenario, ContenderName Contender, Outcome Outcome)
{
    public string Kernel => Contender.KernelName;

    public string Strategy => Contender.StrategyName;

    public string Key => $"({Scenario.Id}, {Kernel}, {Strategy})";

    public int StepsRun => Outcome.Steps.Length;

    /// <summary>A row made of the texts of its cells.</summary>
    /// <exception cref="ArgumentException">They are no outcome of the scenario.</exception>
    public static OutcomeRow Create(Scenario scenario, string kernel, string strategy, ReadOnlySpan<string> cells)
        => OutcomeText.TryParse(scenario, cells!, out var outcome, out var broken)
            ? new OutcomeRow(scenario, new ContenderName(kernel, strategy), outcome)
            : throw new ArgumentException($"{broken.Value.Column}: {broken.Value.Problem}", nameof(cells));

    /// <summary>The rows of a table in their order.</summary>
    public static ImmutableArray<OutcomeRow> Of(OutcomeTable table) =>
    [
        .. table.Rows.Select(row => new OutcomeRow(
            table.Outcomes.Scenarios[row.ScenarioIndex], table.Outcomes.Contenders[row.ContenderIndex], table.Outcomes[row.ScenarioIndex, row.ContenderIndex]!)),
    ];

    /// <summary>The rows of a run in their order.</summary>
    public static IEnumerable<OutcomeRow> Of(OutcomeSet outcomes)
        => from scenario in Enumerable.Range(0, outcomes.Scenarios.Length)
           from contender in Enumerable.Range(0, outcomes.Contenders.Length)
           select new OutcomeRow(
               outcomes.Scenarios[scenario],
               new ContenderName(outcomes.Contenders[contender].KernelName, outcomes.Contenders[contender].StrategyName),
               outcomes[scenario, contender]!);

    public string Text(Measure measure) => Outcome.Text(measure);

    public ImmutableArray<string> Values(Measure measure) => [.. Text(measure).Split('|')];

    /// <summary>The text of any column.</summary>
    public string Text(string column)
    {
        var measure = OutcomeColumns.Measures.IndexOf(column);
        return column switch
        {
            "kernel" => Kernel,
            "strategy" => Strategy,
            _ => measure >= 0 ? Text((Measure)measure) : ScenarioColumns.Text(Scenario, column),
        };
    }

    public override string ToString() => string.Join(',', OutcomeColumns.All.Select(Text));

    public ObservedRow ToObserved() => new(Scenario, Outcome, new Contender(Kernels.Named(Kernel), Shipped.Named(Strategy)));
}
