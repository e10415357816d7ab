namespace Compare.Comparison;

/// <summary>Everything that a person who signs has to see.</summary>
/// <param name="Version">Version of the tool.</param>
/// <param name="Matrix">Name of the matrix, or of the scenario table without its directory; for reading.</param>
/// <param name="Where">The condition that chose among its scenarios, if one did.</param>
/// <param name="Choice">Options that choose the same again, as a shell reads them, each with a blank before it.</param>
/// <param name="Options">Those of them that choose kernels and strategies.</param>
/// <param name="MatrixHash">SHA-256 of the scenarios as a scenario table.</param>
/// <param name="OutcomeHash">SHA-256 of the outcomes as the table that <c>compare run</c> writes.</param>
/// <param name="OutcomeRows">Rows of that table.</param>
/// <param name="Summary">What the run came to.</param>
/// <param name="Strategies">The strategies, in ordinal order of the name.</param>
/// <param name="Pairs">The base with each candidate on each kernel, explained.</param>
/// <param name="Base">Name of the strategy that the candidates are judged against.</param>
/// <param name="Standing">What can be signed, against the ledger.</param>
/// <param name="Costs">What each pattern of access costs each contender, in the order of <see cref="AccessPattern.All"/> and the contenders; none
/// where the access is not reached.</param>
/// <param name="Validity">How far observations hold the model.</param>
/// <param name="Sensitivity">What hangs on what they do not decide.</param>
public sealed record SignOffCase(
    string Version,
    string Matrix,
    string? Where,
    string Choice,
    string Options,
    string MatrixHash,
    string OutcomeHash,
    long OutcomeRows,
    MatrixSummary Summary,
    ImmutableArray<StrategyDescription> Strategies,
    ImmutableArray<PairExplanation> Pairs,
    string Base,
    Standing Standing,
    ImmutableArray<(AccessPattern Pattern, ContenderName Contender, FaultCost? Cost)> Costs,
    ValidityTotals Validity,
    SensitivityCase Sensitivity)
{
    /// <summary>The kernels, in ordinal order of the name.</summary>
    public ImmutableArray<ContenderName> Kernels => [.. Summary.Contenders.DistinctBy(contender => contender.KernelName)];

    /// <summary>Names of the strategies that are judged, in ordinal order.</summary>
    public IEnumerable<string> Candidates => Strategies.Select(strategy => strategy.Name).Where(name => name != Base);

    /// <summary>The verdict on each candidate, over all kernels.</summary>
    public ImmutableArray<CandidateVerdict> Verdicts => [.. Candidates.Select(candidate => CandidateVerdict.Of(this, candidate))];

    /// <summary>What changes, in sentences.</summary>
    public ImmutableArray<ChangeGroup> Changes => ChangeGroup.Of(Standing.Items.Select(item => item.Item));

    /// <summary>The groups of some items.</summary>
    /// <param name="isFinding">Findings, or classes of differences.</param>
    public ImmutableArray<ItemGroup> Groups(bool isFinding) => ItemGroup.Of(Standing.Items.Where(item => item.Item.IsFinding == isFinding));
}
