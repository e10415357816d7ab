namespace Compare.Scenarios;

/// <summary>A rule that a scenario breaks.</summary>
/// <param name="Column">The column to blame.</param>
/// <param name="Problem">What was found and what was expected.</param>
public readonly record struct BrokenRule(string Column, string Problem);
