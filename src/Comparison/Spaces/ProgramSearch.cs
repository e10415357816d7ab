namespace Compare.Comparison;

/// <summary>Finds predicates by their length as programs. None splits at PUD size, where <c>vmf-&gt;pmd</c> is not set yet (mm/memory.c
/// <c>__handle_mm_fault</c>).</summary>
/// <param name="asked">The cells that are asked, a bit for each.</param>
internal sealed class ProgramSearch(uint asked)
{
    private static readonly ImmutableArray<WriteDecision> Fallbacks = [.. TablePredicate.Answers.Where(answer => answer.FallsBack)];
    private static readonly uint AtPud = PredicateCell.All.Select((cell, i) => cell.Level == FaultLevel.Pud ? 1u << i : 0).Aggregate((a, b) => a | b);
    private readonly FormulaSearch _formulas = new(asked);

    /// <summary>Programs of a length; every function of the asked cells that has one so short, and no shorter one, is among them.</summary>
    /// <param name="length">At least 0.</param>
    public IEnumerable<PredicateProgram> OfLength(int length)
    {
        foreach (var write in _formulas.OfLength(length))
        {
            yield return new([], write);
        }

        for (var literals = 1; literals < length; literals++)
        {
            foreach (var rest in OfLength(length - literals - 1))
            {
                foreach (var when in _formulas.OfLength(literals))
                {
                    foreach (var answer in Fallbacks.Where(answer => !answer.Splits || (when.Cells & AtPud) == 0))
                    {
                        yield return rest with { Fallbacks = rest.Fallbacks.Insert(0, new(when, answer)) };
                    }
                }
            }
        }
    }

    /// <summary>The shortest program of a table in which each way to fall back has one statement.</summary>
    /// <param name="table">The index of the answer to each cell.</param>
    /// <param name="most">The most literals of one condition.</param>
    /// <returns><see langword="null"/> where a condition takes more.</returns>
    public PredicateProgram? Shortest(ImmutableArray<byte> table, int most)
    {
        var ways = Fallbacks.Where(way => CellsOf(table, way) != 0).ToArray();
        return Orders(ways).Select(order => Shortest(table, order, most)).OfType<PredicateProgram>().MinBy(program => program.Length);
    }

    private PredicateProgram? Shortest(ImmutableArray<byte> table, IEnumerable<WriteDecision> order, int most)
    {
        var (care, fallbacks) = (asked, ImmutableArray.CreateBuilder<PredicateFallback>());
        foreach (var way in order)
        {
            var cells = CellsOf(table, way);
            if (_formulas.Shortest(cells, care, most) is not { } when)
            {
                return null;
            }

            fallbacks.Add(new(when, way));
            care &= ~cells;
        }

        return _formulas.Shortest(CellsOf(table, WriteDecision.Journal), care, most) is { } write ? new(fallbacks.ToImmutable(), write) : null;
    }

    private uint CellsOf(ImmutableArray<byte> table, WriteDecision answer)
    {
        var cells = 0u;
        for (var cell = 0; cell < table.Length; cell++)
        {
            cells |= TablePredicate.Answers[table[cell]] == answer ? 1u << cell : 0;
        }

        return cells & asked;
    }

    private static IEnumerable<ImmutableArray<WriteDecision>> Orders(WriteDecision[] ways) => ways.Length == 0
        ? [[]]
        : ways.SelectMany(first => Orders([.. ways.Where(way => way != first)]).Select(rest => rest.Insert(0, first)));
}
