using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>What a rule says about a strategy on a kernel, with what shows it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Contender">Strategy and kernel.</param>
/// <param name="Scenarios">In how many scenarios; at least 1.</param>
/// <param name="Amount">How often: steps, or journal starts beyond the fewest.</param>
/// <param name="Condition">When exactly, over the matrix.</param>
/// <param name="Witness">The smallest of the scenarios.</param>
/// <param name="Cells">Its nine measure cells; index is <see cref="Measure"/>.</param>
/// <param name="OutcomeHash">Hash of the scenarios and of their outcomes.</param>
public sealed record Finding(
    FindingRule Rule,
    Contender Contender,
    int Scenarios,
    long Amount,
    Condition Condition,
    Scenario Witness,
    ImmutableArray<string> Cells,
    string OutcomeHash)
{
    /// <summary>The measured values that show it in the smallest scenario.</summary>
    public string Values => string.Join(", ", Rule.Shown.Select(measure => $"{OutcomeColumns.Name(measure)} {Cells[(int)measure]}"));
}
