namespace Compare.Comparison;

/// <summary>
/// The cheapest cover: fewest terms, then fewest literals. Only some on-points are looked at, with every prime of each; the cheapest cover
/// of these is a lower bound, and once it happens to cover all other on-points too, it is the cheapest of all. Until then one that it
/// misses joins them.
/// </summary>
internal sealed class ExactCover
{
    private const long Term = 1L << 40;

    private readonly ReducedFunction _function;
    private readonly MinimiserLimits _limits;
    private readonly List<int> _rows = [];
    private readonly Dictionary<ulong[], (UInt128 Rows, long Cost)> _primes = new(BitsComparer.Instance);

    private ExactCover(ReducedFunction function, MinimiserLimits limits) => (_function, _limits) = (function, limits);

    /// <summary>The fewest terms known to be necessary.</summary>
    public int LowerBound { get; private set; }

    /// <summary>The cheapest cover, or null where a limit was met first.</summary>
    public List<ulong[]>? Cubes { get; private set; }

    /// <summary>Searches.</summary>
    /// <param name="function">A function with at least one on-point.</param>
    /// <param name="greedy">A cover to begin with.</param>
    /// <param name="limits">How much work is allowed.</param>
    public static ExactCover Of(ReducedFunction function, GreedyCover greedy, MinimiserLimits limits)
    {
        var search = new ExactCover(function, limits);
        search.Cubes = greedy.Seeds.TrueForAll(search.TryAdd) ? search.Search() : null;
        return search;
    }

    private List<ulong[]>? Search()
    {
        while (true)
        {
            // In the order of the primes themselves, so that of equally cheap covers always the same one is found.
            var primes = _primes.Keys.ToList();
            if (CoverSearch.Cheapest([.. primes.Select(prime => _primes[prime])], _rows.Count, _limits.CoverNodes) is not { } chosen)
            {
                return null;
            }

            LowerBound = chosen.Length;
            var cubes = chosen.Select(index => primes[index]).ToList();
            var missed = Array.FindIndex(_function.On, point => !cubes.Exists(cube => Bits.IsSubset(point, cube)));
            if (missed < 0)
            {
                return cubes;
            }

            if (!TryAdd(missed))
            {
                return null;
            }
        }
    }

    private bool TryAdd(int point)
    {
        if (_rows.Count == Math.Min(_limits.Rows, CoverSearch.MaxRows))
        {
            return false;
        }

        var blocking = BlockingSets.Of(_function.On[point], _function.Off);
        if (PrimeSearch.Primes(_function, blocking, _limits.PrimeNodes) is not { } found)
        {
            return false;
        }

        foreach (var (prime, (rows, cost)) in _primes.ToArray())
        {
            if (Bits.IsSubset(_function.On[point], prime))
            {
                _primes[prime] = (rows | (UInt128.One << _rows.Count), cost);
            }
        }

        _rows.Add(point);
        foreach (var prime in found)
        {
            if (!_primes.ContainsKey(prime))
            {
                _primes.Add(prime, (RowsOf(prime), CostOf(prime)));
            }
        }

        return true;
    }

    private UInt128 RowsOf(ulong[] prime)
    {
        var rows = UInt128.Zero;
        for (var row = 0; row < _rows.Count; row++)
        {
            if (Bits.IsSubset(_function.On[_rows[row]], prime))
            {
                rows |= UInt128.One << row;
            }
        }

        return rows;
    }

    /// <summary>A term; then what it costs a reader; then, among equals, how few on-points it holds.</summary>
    private long CostOf(ulong[] prime)
    {
        const int MostPoints = 1 << 12;
        var points = 0;
        foreach (var point in _function.On)
        {
            points += Bits.IsSubset(point, prime) ? 1 : 0;
        }

        var missed = MostPoints - 1 - (points * (long)(MostPoints - 1) / _function.On.Length);
        return Term + ((long)_function.CostOf(prime) * MostPoints) + missed;
    }
}
