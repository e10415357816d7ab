using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>A value of the model that is not the observed one.</summary>
/// <param name="Row">The observed row.</param>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Expected">The observed value; <see langword="null"/> where the step was not observed to run.</param>
/// <param name="Actual">The model's value; <see langword="null"/> where the step did not run.</param>
public sealed record Mismatch(OutcomeRow Row, int Step, Measure Measure, string? Expected, string? Actual);
