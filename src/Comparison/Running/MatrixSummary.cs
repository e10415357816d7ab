namespace Compare.Comparison;

/// <summary>What a run of a matrix came to.</summary>
public sealed class MatrixSummary
{
    private readonly ContenderTally[] _tallies;
    private readonly PairTally[] _pairs;
    private readonly SafetyCount[][] _safety;

    internal MatrixSummary(Contender[] contenders)
    {
        Contenders = contenders;
        _tallies = new ContenderTally[contenders.Length];
        _pairs = [.. PairTally.PairsOf(contenders)];
        _safety = [.. contenders.Select(_ => new SafetyCount[StepRule.All.Length])];
    }

    /// <summary>The contenders, in ordinal order.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>How many scenarios ran.</summary>
    public long Scenarios { get; private set; }

    /// <summary>What each contender's steps came to.</summary>
    public IReadOnlyList<ContenderTally> Tallies => _tallies;

    /// <summary>How each pair differs: strategies on one kernel, then kernels under one strategy.</summary>
    public IReadOnlyList<PairTally> Pairs => _pairs;

    /// <summary>What a contender endangers.</summary>
    /// <param name="contender">Index of the contender.</param>
    /// <returns>Counts; index as in <see cref="StepRule.All"/>.</returns>
    public IReadOnlyList<SafetyCount> Safety(int contender) => _safety[contender];

    internal void Add(MatrixSummary part)
    {
        Scenarios += part.Scenarios;
        for (var i = 0; i < _tallies.Length; i++)
        {
            Add(i, part._tallies[i], part._safety[i]);
        }

        for (var i = 0; i < _pairs.Length; i++)
        {
            _pairs[i].Add(part._pairs[i]);
        }
    }

    internal void AddScenario(OutcomeBlock block, int scenario)
    {
        Scenarios++;
        foreach (var pair in _pairs)
        {
            if (!block.Ran(scenario, pair.Left) || !block.Ran(scenario, pair.Right))
            {
                continue;
            }

            pair.Add(OutcomeDifference.Between(block.Cells(scenario, pair.Left), block.Cells(scenario, pair.Right)));
        }
    }

    internal void Add(int contender, ContenderTally tally, ReadOnlySpan<SafetyCount> safety)
    {
        _tallies[contender] += tally;
        for (var rule = 0; rule < safety.Length; rule++)
        {
            _safety[contender][rule] += safety[rule];
        }
    }
}
