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

/// <summary>A group of observed values that is counted together.</summary>
/// <param name="Kernel">Name of the kernel.</param>
/// <param name="Strategy">Name of the strategy.</param>
/// <param name="RowKind">Kind of row: the letters that the id begins with, where digits follow; else <c>other</c>.</param>
public readonly record struct AgreementKey(string Kernel, string Strategy, string RowKind)
{
    /// <summary>The group of a row.</summary>
    /// <param name="scenario">Its scenario.</param>
    /// <param name="contender">Its kernel and strategy.</param>
    public static AgreementKey Of(Scenario scenario, ContenderName contender)
    {
        var id = scenario.Id;
        var letters = 0;
        while (letters < id.Length && char.IsAsciiLetter(id[letters]))
        {
            letters++;
        }

        var shaped = letters > 0 && letters < id.Length && id.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0;
        return new(contender.KernelName, contender.StrategyName, shaped ? id[..letters] : "other");
    }
}
