namespace Compare.Comparison;

/// <summary>How much work a minimisation may take. Counts and never time, so that the same input gives the same cover everywhere.</summary>
/// <param name="Rows">Points for which every prime is found; at most 128.</param>
/// <param name="PrimeNodes">Nodes of the search for the primes of one point.</param>
/// <param name="CoverNodes">Nodes of the search for the cheapest cover of some points.</param>
public sealed record MinimiserLimits(int Rows, int PrimeNodes, int CoverNodes)
{
    /// <summary>Enough for every condition over the matrices of this program.</summary>
    public static MinimiserLimits Default { get; } = new(CoverSearch.MaxRows, 20_000, 50_000);
}
