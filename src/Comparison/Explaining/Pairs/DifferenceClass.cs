using System.Collections.Immutable;

namespace Compare.Comparison;

/// <summary>Scenarios in which two contenders differ in the same way.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What changed, from left to right.</param>
/// <param name="ChangesResult">Whether the result of a step is another one.</param>
/// <param name="Values">The values before and after, <c>SIGBUS -> ok</c>, each with its number of scenarios; the most frequent first.</param>
/// <param name="Set">How many scenarios, and when exactly.</param>
/// <param name="Witness">The smallest of them.</param>
public sealed record DifferenceClass(
    DifferenceSeverity Severity,
    string Title,
    bool ChangesResult,
    ImmutableArray<(string Values, int Count)> Values,
    ConditionedSet Set,
    DifferenceWitness Witness);
