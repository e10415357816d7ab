using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Replays observed rows and compares every measure of every step.</summary>
public sealed class ObservationCheck
{
    /// <summary>A time whose change could not be told.</summary>
    private const string Unknown = "?";

    private readonly SortedDictionary<AgreementKey, Agreement> _agreements = [];
    private readonly List<Mismatch> _mismatches = [];
    private readonly string[] _cells = new string[Enum.GetValues<Measure>().Length];

    /// <summary>Agreement by kernel, strategy and kind of row.</summary>
    public IReadOnlyDictionary<AgreementKey, Agreement> Agreements => _agreements;

    /// <summary>Every value that does not agree, in the order of the rows checked.</summary>
    public IReadOnlyList<Mismatch> Mismatches => _mismatches;

    /// <summary>Checks one row.</summary>
    /// <param name="row">The observed row.</param>
    /// <param name="runner">Runs the row's strategy on the row's kernel.</param>
    public void Add(OutcomeRow row, ScenarioRunner runner)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(runner);
        var key = AgreementKey.Of(row);
        if (!_agreements.TryGetValue(key, out var agreement))
        {
            _agreements.Add(key, agreement = new Agreement());
        }

        runner.Run(row.Scenario, _cells);
        var agrees = true;
        foreach (var measure in Enum.GetValues<Measure>())
        {
            agrees &= Compare(row, measure, _cells[(int)measure].Split('|'), agreement);
        }

        agreement.AddRow(agrees);
    }

    private bool Compare(OutcomeRow row, Measure measure, string[] actual, Agreement agreement)
    {
        var expected = row.Values(measure);
        var agrees = true;
        for (var step = 0; step < Math.Max(expected.Length, actual.Length); step++)
        {
            var observed = step < expected.Length ? expected[step] : null;
            if (observed == Unknown)
            {
                agreement.AddUnknown();
                continue;
            }

            var found = step < actual.Length ? actual[step] : null;
            var same = string.Equals(observed, found, StringComparison.Ordinal);
            agreement.AddValue(measure, same);
            if (!same)
            {
                agrees = false;
                _mismatches.Add(new Mismatch(row, step, measure, observed, found));
            }
        }

        return agrees;
    }
}
