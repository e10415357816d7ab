namespace Compare.Comparison;

/// <summary>For every function of the asked cells a shortest formula, found in order of length.</summary>
/// <param name="asked">The cells that are asked, a bit for each: conditions that agree there are one.</param>
internal sealed class FormulaSearch(uint asked)
{
    private readonly Dictionary<uint, Formula> _shortest = [];
    private readonly List<ImmutableArray<Formula>> _ofLength = [];

    /// <summary>The functions that need so many literals, each by a shortest formula.</summary>
    /// <param name="literals">At least 0.</param>
    public ImmutableArray<Formula> OfLength(int literals)
    {
        while (_ofLength.Count <= literals)
        {
            _ofLength.Add([.. Found(_ofLength.Count)]);
        }

        return _ofLength[literals];
    }

    /// <summary>A shortest formula that holds for some cells and not for others.</summary>
    /// <param name="holds">Where it must hold, a bit for each cell.</param>
    /// <param name="care">Where it matters whether it does.</param>
    /// <param name="most">The most literals; none is longer.</param>
    /// <returns><see langword="null"/> where it takes more.</returns>
    public Formula? Shortest(uint holds, uint care, int most)
    {
        for (var literals = 0; literals <= most; literals++)
        {
            if (OfLength(literals).FirstOrDefault(formula => (formula.Cells & asked & care) == (holds & asked & care)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private IEnumerable<Formula> Found(int literals)
    {
        var candidates = literals switch
        {
            0 => [Formula.Never, Formula.Always],
            1 => Formula.AllLiterals,
            _ => from left in Enumerable.Range(1, literals / 2)
                 from one in _ofLength[left]
                 from other in _ofLength[literals - left]
                 from isAnd in (bool[])[true, false]
                 let cells = isAnd ? one.Cells & other.Cells : one.Cells | other.Cells
                 where !_shortest.ContainsKey(cells & asked)
                 select Formula.Join(one, other, isAnd),
        };
        foreach (var formula in candidates)
        {
            if (_shortest.TryAdd(formula.Cells & asked, formula))
            {
                yield return formula;
            }
        }
    }
}
