using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>How far the model agrees with a group of observed rows.</summary>
public sealed class Agreement
{
    private readonly long[] _values = new long[Enum.GetValues<Measure>().Length];
    private readonly long[] _agreeing = new long[Enum.GetValues<Measure>().Length];

    /// <summary>Observed rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that agree in every step and measure.</summary>
    public long AgreeingRows { get; private set; }

    /// <summary>Values that could not be told when they were observed, and are passed over.</summary>
    public long Unknown { get; private set; }

    /// <summary>Observed values of a measure, one for each step.</summary>
    /// <param name="measure">The measure.</param>
    public long Values(Measure measure) => _values[(int)measure];

    /// <summary>Values of a measure that agree.</summary>
    /// <param name="measure">The measure.</param>
    public long Agreeing(Measure measure) => _agreeing[(int)measure];

    internal void AddRow(bool agrees)
    {
        Rows++;
        AgreeingRows += agrees ? 1 : 0;
    }

    internal void AddValue(Measure measure, bool agrees)
    {
        _values[(int)measure]++;
        _agreeing[(int)measure] += agrees ? 1 : 0;
    }

    internal void AddUnknown() => Unknown++;
}
