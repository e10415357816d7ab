namespace Compare.Scenarios;

/// <summary>What a filter is asked about.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Kernel">Whose fault path, where the filter asks for it.</param>
/// <param name="Strategy">Which predicate, where the filter asks for it.</param>
public readonly record struct FilterSubject(Scenario Scenario, string? Kernel = null, string? Strategy = null);

/// <summary>A condition on one column, ready to be asked of many subjects; makes no object.</summary>
internal delegate bool ColumnTest(in FilterSubject subject);

/// <summary>Reads the text of a column without making a string.</summary>
internal delegate ReadOnlySpan<char> ColumnText(in FilterSubject subject);
