using System.Numerics;

namespace Compare.Comparison;

/// <summary>
/// A disjunction of terms, written shorter with parentheses: what terms share is said once, and so is a product of two disjunctions
/// (<c>(a or b) and (c or d)</c> for four terms). By algebraic division, so that it means the same everywhere.
/// </summary>
internal sealed class FactoredForm
{
    private const int MostLiterals = 64;

    private readonly List<FilterExpression> _literals;
    private readonly ulong[] _columns;

    private FactoredForm(List<FilterExpression> literals)
    {
        _literals = literals;
        _columns =
        [
            .. literals.Select((literal, i) => (Column: ColumnOf(literal), Bit: 1UL << i))
                .GroupBy(item => FilterVocabulary.ScenarioOnly.Columns.IndexOf(item.Column), item => item.Bit)
                .OrderBy(column => column.Key)
                .Select(bits => bits.Aggregate((a, b) => a | b)),
        ];
    }

    /// <summary>The form of some terms; as they are where they name too many different conditions to be looked through.</summary>
    /// <param name="terms">At least one term: each is one condition, or a conjunction of them.</param>
    public static FilterExpression Of(ImmutableArray<FilterExpression> terms)
    {
        var literals = terms.SelectMany(term => LiteralsOf(term)).Distinct().ToList();
        if (literals.Count > MostLiterals)
        {
            return FilterExpression.AnyOf(terms);
        }

        var form = new FactoredForm(literals);
        return form.Disjunction(
        [
            .. terms.Select(term => LiteralsOf(term).Aggregate(0UL, (bits, literal) => bits | (1UL << literals.IndexOf(literal)))),
        ]);
    }

    private static ImmutableArray<FilterExpression> LiteralsOf(FilterExpression term) => term is AndFilter and ? and.Operands : [term];

    private static FilterColumn ColumnOf(FilterExpression literal) => literal switch
    {
        InSetFilter set => set.Column,
        NotFilter { Operand: InSetFilter set } => set.Column,
        _ => throw new ArgumentException($"found '{literal}', expected a condition on one column"),
    };

    /// <summary>The conjunction of some literals, in the order of the columns.</summary>
    private IEnumerable<FilterExpression> Conjunction(ulong term)
        => _columns.SelectMany(column => _literals.Where((_, i) => (term & column & (1UL << i)) != 0));

    /// <summary>The disjunction of some conjunctions, none of them empty.</summary>
    private FilterExpression Disjunction(ulong[] terms)
    {
        var shared = terms.Aggregate((a, b) => a & b);
        if (terms.Length == 1)
        {
            return FilterExpression.AllOf([.. Conjunction(terms[0])]);
        }

        if (shared != 0 && !terms.Contains(shared))
        {
            return FilterExpression.AllOf([.. Conjunction(shared), Disjunction(Array.ConvertAll(terms, term => term & ~shared))]);
        }

        if (BestDivision(terms) is not { } division)
        {
            return FilterExpression.AnyOf([.. terms.Select(term => FilterExpression.AllOf([.. Conjunction(term)]))]);
        }

        // Plain conditions first, disjunctions after them, short ones first.
        FilterExpression[] factors = [Disjunction(division.Quotient), Disjunction(division.Divisor)];
        var product = FilterExpression.AllOf([.. factors.OrderBy(factor => factor is OrFilter).ThenBy(factor => factor.ToString().Length)]);
        var used = division.Quotient.SelectMany(context => division.Divisor.Select(part => context | part)).ToHashSet();
        var rest = Array.FindAll(terms, term => !used.Contains(term));
        return rest.Length == 0 ? product : FilterExpression.AnyOf([product, Disjunction(rest)]);
    }

    /// <summary>The division that saves most literals: of several, the one by the first columns.</summary>
    private Division? BestDivision(ulong[] terms)
    {
        var used = terms.Aggregate((a, b) => a | b);
        var columns = Array.FindAll(_columns, column => (column & used) != 0);
        Division? best = null;
        for (var chosen = 1; chosen < (1 << columns.Length) - 1; chosen++)
        {
            var inDivisor = 0UL;
            for (var i = 0; i < columns.Length; i++)
            {
                inDivisor |= (chosen >> i & 1) != 0 ? columns[i] : 0;
            }

            foreach (var division in Divisions(terms, inDivisor))
            {
                best = division.Saved > (best?.Saved ?? 0) ? division : best;
            }
        }

        return best;
    }

    /// <summary>Divides by what the terms say of some columns: contexts, which say the rest, that go with the same set of these.</summary>
    private static List<Division> Divisions(ulong[] terms, ulong inDivisor)
    {
        var contexts = new List<(ulong Context, List<ulong> Parts)>();
        foreach (var term in terms)
        {
            var (part, context) = (term & inDivisor, term & ~inDivisor);
            if (part == 0 || context == 0)
            {
                continue;
            }

            var known = contexts.FindIndex(item => item.Context == context);
            if (known < 0)
            {
                contexts.Add((context, [part]));
            }
            else
            {
                contexts[known].Parts.Add(part);
            }
        }

        var divisions = new List<Division>();
        foreach (var (context, parts) in contexts)
        {
            parts.Sort();
            var known = divisions.FindIndex(division => division.Divisor.AsSpan().SequenceEqual(parts.ToArray()));
            if (known >= 0)
            {
                divisions[known] = new Division(divisions[known].Divisor, [.. divisions[known].Quotient, context]);
            }
            else if (parts.Count > 1)
            {
                divisions.Add(new Division([.. parts], [context]));
            }
        }

        return divisions;
    }

    /// <summary>Terms that are the product of two disjunctions.</summary>
    private sealed record Division(ulong[] Divisor, ulong[] Quotient)
    {
        /// <summary>How many literals the product saves.</summary>
        public int Saved { get; } =
            ((Quotient.Length - 1) * Divisor.Sum(BitOperations.PopCount)) + ((Divisor.Length - 1) * Quotient.Sum(BitOperations.PopCount));
    }
}
