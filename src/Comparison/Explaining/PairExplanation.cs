namespace Compare.Comparison;

/// <summary>Scenarios with something in common, and the condition that separates them from all others of the matrix.</summary>
/// <param name="IsIn">For each scenario of the matrix whether it is one of these; at least one is.</param>
/// <param name="Condition">When exactly.</param>
public sealed record ConditionedSet(bool[] IsIn, Condition Condition)
{
    /// <summary>How many there are.</summary>
    public int Count { get; } = IsIn.AsSpan().Count(true);
}

/// <summary>Scenarios in which two contenders differ in the same way.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">What changed, for a sign-off.</param>
/// <param name="Title">What changed, from left to right.</param>
/// <param name="Plain">The same as a sentence that several classes may have.</param>
/// <param name="Results">In how many of the scenarios the result of a step differs, whatever the class is told by.</param>
/// <param name="Values">The values before and after, <c>SIGBUS -> ok</c>, each with its number of scenarios; the most frequent first.</param>
/// <param name="Set">How many scenarios, and when exactly.</param>
/// <param name="Witness">The smallest of them.</param>
public sealed record DifferenceClass(
    DifferenceSeverity Severity,
    string Code,
    string Title,
    string Plain,
    int Results,
    ImmutableArray<(string Values, int Count)> Values,
    ConditionedSet Set,
    DifferenceWitness Witness);

/// <summary>Where measures differ, in any step. Measures that differ in the same scenarios stand together.</summary>
/// <param name="Measures">At least one measure.</param>
/// <param name="Set">How many scenarios, and when exactly.</param>
public sealed record MeasureDifference(ImmutableArray<Measure> Measures, ConditionedSet Set);

/// <summary>Journal starts by the handler on two sides; none counted for a livelock.</summary>
/// <param name="Left">In all scenarios, on the left.</param>
/// <param name="Right">On the right.</param>
/// <param name="More">Scenarios with more on the right, all steps together.</param>
/// <param name="Fewer">Scenarios with fewer on the right.</param>
public sealed record JournalBalance(long Left, long Right, int More, int Fewer);

/// <summary>How far a condition holds over another matrix than the one that it was found for.</summary>
/// <param name="InClass">Scenarios of the class there.</param>
/// <param name="Missed">Those of them for which the condition is false.</param>
/// <param name="Surplus">Scenarios for which it is true and that are not of the class.</param>
public sealed record ConditionExceptions(int InClass, int Missed, int Surplus);

/// <summary>Exactly when two contenders differ over a matrix, what is different then, and the smallest case of each kind.</summary>
/// <param name="Left">One contender.</param>
/// <param name="Right">The other.</param>
/// <param name="Outcomes">The scenarios that were compared: those that both ran.</param>
/// <param name="Finder">Found the conditions, over these.</param>
/// <param name="Any">Where anything differs; <see langword="null"/> where nothing does, or was not looked for.</param>
/// <param name="Classes">The classes, worst first.</param>
/// <param name="Measures">Where each measure differs, in the order of the measures; none where it was not looked for.</param>
/// <param name="Journal">Journal starts on both sides.</param>
public sealed record PairExplanation(
    ContenderName Left,
    ContenderName Right,
    OutcomeSet Outcomes,
    ConditionFinder Finder,
    ConditionedSet? Any,
    ImmutableArray<DifferenceClass> Classes,
    ImmutableArray<MeasureDifference> Measures,
    JournalBalance Journal)
{
    /// <summary>Whether the two are strategies on one kernel; else they are kernels under one strategy.</summary>
    public bool IsOfStrategies => Left.KernelName == Right.KernelName;

    /// <summary>How many scenarios were compared.</summary>
    public int Scenarios => Outcomes.Scenarios.Length;
}
