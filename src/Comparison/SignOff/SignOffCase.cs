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
/// <param name="Pairs">Every pair, explained.</param>
/// <param name="Standing">What can be signed, against the ledger.</param>
/// <param name="Validity">How far observations hold the model.</param>
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
    Standing Standing,
    ValidityTotals Validity)
{
    /// <summary>The kernels, in ordinal order of the name.</summary>
    public ImmutableArray<ContenderName> Kernels => [.. Summary.Contenders.DistinctBy(contender => contender.KernelName)];

    /// <summary>The groups of some items.</summary>
    /// <param name="isFinding">Findings, or classes of differences.</param>
    public ImmutableArray<ItemGroup> Groups(bool isFinding) => ItemGroup.Of(Standing.Items.Where(item => item.Item.IsFinding == isFinding));
}
