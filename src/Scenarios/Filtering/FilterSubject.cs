namespace Compare.Scenarios;

/// <summary>What a filter is asked about.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Kernel">Whose fault path, where the filter asks for it.</param>
/// <param name="Strategy">Which predicate, where the filter asks for it.</param>
public readonly record struct FilterSubject(Scenario Scenario, string? Kernel = null, string? Strategy = null);
