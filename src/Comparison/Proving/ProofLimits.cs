namespace Compare.Comparison;

/// <summary>How far a search goes.</summary>
/// <param name="Depth">Longest sequence that is looked at, in steps; at least 1.</param>
/// <param name="Bytes">Memory for what is remembered.</param>
public sealed record ProofLimits(int Depth, long Bytes);

/// <summary>How far a search is.</summary>
/// <param name="Group">The group that is searched.</param>
/// <param name="Depth">Steps of the sequences that are done.</param>
/// <param name="Frontier">Pairs of worlds that wait at this depth.</param>
/// <param name="Done">Pairs of worlds that were looked at.</param>
/// <param name="Bytes">Memory that is held.</param>
public sealed record SearchState(ProofGroup Group, int Depth, int Frontier, int Done, long Bytes)
{
    /// <summary>How many pairs are looked at between two reports of one search.</summary>
    public const int PairsBetween = 256;
}
