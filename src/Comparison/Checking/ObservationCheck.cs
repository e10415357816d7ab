namespace Compare.Comparison;

/// <summary>An observed row, with what replays it.</summary>
/// <param name="Scenario">What was done.</param>
/// <param name="Outcome">What was observed.</param>
/// <param name="Contender">Strategy and kernel.</param>
public readonly record struct ObservedRow(Scenario Scenario, Outcome Outcome, Contender Contender);

/// <summary>A value of the model that is not the observed one.</summary>
/// <param name="Scenario">The scenario of the observed row.</param>
/// <param name="Contender">Its kernel and strategy.</param>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Expected">The observed value; <see langword="null"/> where the step was not observed to run.</param>
/// <param name="Actual">The model's value; <see langword="null"/> where the step did not run.</param>
public sealed record Mismatch(Scenario Scenario, ContenderName Contender, int Step, Measure Measure, string? Expected, string? Actual);

/// <summary>Replays observed rows and compares every measure of every step.</summary>
public sealed class ObservationCheck
{
    private static readonly Measure[] Measures = Enum.GetValues<Measure>();
    private readonly Dictionary<AgreementKey, Agreement> _agreements = [];
    private readonly List<Mismatch> _mismatches = [];

    /// <summary>Agreement by kernel, strategy and kind of row, in ordinal order of the three.</summary>
    public IEnumerable<KeyValuePair<AgreementKey, Agreement>> Agreements => _agreements
        .OrderBy(item => item.Key.Kernel, StringComparer.Ordinal)
        .ThenBy(item => item.Key.Strategy, StringComparer.Ordinal)
        .ThenBy(item => item.Key.RowKind, StringComparer.Ordinal);

    /// <summary>Every value that does not agree, in the order of the rows checked.</summary>
    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    /// <summary>Checks one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="runner">Runs the row's strategy on the row's kernel, or on another one that is held to it.</param>
    public void Add(ObservedRow row, ScenarioRunner runner)
    {
        var (scenario, observed) = (row.Scenario, row.Outcome);
        var key = AgreementKey.Of(scenario, runner.Contender);
        if (!_agreements.TryGetValue(key, out var agreement))
        {
            _agreements.Add(key, agreement = new Agreement());
        }

        var mismatches = _mismatches.Count;
        var model = runner.Run(scenario);
        foreach (var measure in Measures)
        {
            for (var step = 0; step < Math.Max(observed.Steps.Length, model.Steps.Length); step++)
            {
                Compare(step, measure);
            }
        }

        agreement.AddRow(mismatches == _mismatches.Count);

        void Compare(int step, Measure measure)
        {
            StepOutcome? expected = step < observed.Steps.Length ? observed.Steps[step] : null;
            StepOutcome? actual = step < model.Steps.Length ? model.Steps[step] : null;
            if (measure == Measure.MtimeChanged && expected?.TimeChanged == StepOutcome.UnknownTime)
            {
                agreement.AddUnknown();
                return;
            }

            var agrees = expected is { } left && actual is { } right && left.Agrees(right, measure);
            agreement.AddValue(measure, agrees);
            if (!agrees)
            {
                _mismatches.Add(new Mismatch(scenario, runner.Contender, step, measure, observed.Value(measure, step), model.Value(measure, step)));
            }
        }
    }
}
