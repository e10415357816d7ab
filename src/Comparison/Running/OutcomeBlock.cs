using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>The outcomes of some consecutive scenarios, for every contender.</summary>
public sealed class OutcomeBlock
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;

    private readonly string[] _cells;
    private readonly uint[] _broken;

    internal OutcomeBlock(Scenario[] scenarios, Contender[] contenders)
    {
        Scenarios = scenarios;
        Contenders = contenders;
        _cells = new string[scenarios.Length * contenders.Length * Measures];
        _broken = new uint[scenarios.Length * contenders.Length];
    }

    /// <summary>The scenarios, in ordinal order of the id.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>The contenders, in ordinal order.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>The nine measure cells of one outcome; index is <see cref="Measure"/>.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public ReadOnlySpan<string> Cells(int scenario, int contender) => Slots(scenario, contender);

    /// <summary>Whether a contender ran a scenario: a filter may leave it out.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public bool Ran(int scenario, int contender) => Cells(scenario, contender)[0] is not null;

    /// <summary>The rules that a contender broke, a bit for each; index as in <see cref="StepRule.All"/>.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public uint Broken(int scenario, int contender) => _broken[(scenario * Contenders.Count) + contender];

    internal void SetBroken(int scenario, int contender, uint broken) => _broken[(scenario * Contenders.Count) + contender] = broken;

    internal Span<string> Slots(int scenario, int contender) =>
        _cells.AsSpan(((scenario * Contenders.Count) + contender) * Measures, Measures);
}
