using System.Runtime.InteropServices;

namespace Compare.Comparison;

/// <summary>Finds the condition that separates some points, scenarios of a matrix or rows of tables, from all others.</summary>
public sealed class ConditionFinder
{
    /// <summary>A person reads no more terms.</summary>
    private const int MostTerms = 12;

    /// <summary>Longer lists of values say nothing to a person.</summary>
    private const int MostCommonValues = 6;

    private readonly ImmutableArray<Scenario> _scenarios;
    private readonly ConditionPoints _points;
    private readonly Lazy<CoverProbe> _probe;

    /// <summary>A finder.</summary>
    /// <param name="scenarios">The matrix; at least one scenario.</param>
    public ConditionFinder(ImmutableArray<Scenario> scenarios)
        : this(ConditionPoints.Of(scenarios)) => _scenarios = scenarios;

    internal ConditionFinder(ConditionPoints points)
    {
        _scenarios = [];
        _points = points;
        _probe = new(() => new CoverProbe(points.Table));
    }

    /// <summary>Names of the columns that conditions may use: those in which the points differ.</summary>
    public ImmutableArray<string> Columns => [.. _points.Columns.Select(column => column.Name)];

    /// <summary>How many combinations of values there are in these columns; those that do not occur are don't-cares.</summary>
    public long Combinations => _points.Table.Sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>Finds the conditions of several sets, equal ones once.</summary>
    /// <param name="sets">For each set and each point whether it is in; none of them empty.</param>
    /// <param name="jobs">Number of threads; the conditions do not depend on it.</param>
    public IReadOnlyList<Condition> FindAll(IReadOnlyList<bool[]> sets, int jobs)
    {
        var distinct = new Dictionary<bool[], int>(SetComparer.Instance);
        foreach (var set in sets)
        {
            distinct.TryAdd(set, distinct.Count);
        }

        // Each thread takes one at a time: they differ much in work.
        var todo = distinct.Keys.ToArray();
        var found = new Condition[todo.Length];
        var next = -1;
        if (jobs == 1)
        {
            Work();
        }
        else
        {
            Parallel.For(0, jobs, new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ => Work());
        }

        return [.. sets.Select(set => found[distinct[set]])];

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < todo.Length; i = Interlocked.Increment(ref next))
            {
                found[i] = Find(todo[i]);
            }
        }
    }

    /// <summary>Finds the condition of a set.</summary>
    /// <param name="isIn">For each point whether it is in; at least one is.</param>
    /// <exception cref="InvalidOperationException">What is printed, read back, is not true in exactly these scenarios: a fault here.</exception>
    public Condition Find(bool[] isIn)
    {
        var cover = Minimiser.Minimise(_points.Table, isIn);
        var condition = new Condition(cover.Literals == 0 ? [] : [.. cover.Terms.Select(term => Say(term.Columns))], cover.Literals, cover.Proof);
        Check(condition, isIn);
        return condition;
    }

    /// <summary>Finds the condition of a set where a few terms can say it, else what its points have in common.</summary>
    /// <param name="isIn">For each point whether it is in; at least one is.</param>
    /// <param name="isMixed">Whether a point stands for several rows of which some are in and some are not, so that no condition is exact.</param>
    /// <returns>The condition, and null where it is exact; else for each point whether it holds.</returns>
    internal (Condition Condition, Func<int, bool>? Holds) FindShort(bool[] isIn, bool isMixed)
        => isMixed || !_probe.Value.IsCoverable(isIn, MostTerms) ? Common(isIn) : (Find(isIn), null);

    private FilterExpression Say(ImmutableArray<ColumnRestriction?> restrictions) => FilterExpression.AllOf(
    [
        .. _points.Columns
            .Zip(restrictions)
            .Where(pair => pair.Second is not null)
            .Select(pair => pair.First.Say(pair.Second!)),
    ]);

    /// <summary>For each column the values that the points of the set have, where these are few and not all.</summary>
    private (Condition Condition, Func<int, bool> Holds) Common(bool[] isIn)
    {
        var table = _points.Table;
        var restrictions = new ColumnRestriction?[table.Sizes.Length];
        for (var column = 0; column < restrictions.Length; column++)
        {
            var has = new bool[table.Sizes[column]];
            for (var point = 0; point < isIn.Length; point++)
            {
                has[table[point, column]] |= isIn[point];
            }

            var count = has.AsSpan().Count(true);
            restrictions[column] = count < has.Length && Math.Min(count, has.Length - count) <= MostCommonValues
                ? new ColumnRestriction([.. has], [.. has])
                : null;
        }

        var term = new CoverTerm([.. restrictions]);
        var literals = restrictions.Count(restriction => restriction is not null);
        return (
            new Condition(literals == 0 ? [] : [Say(term.Columns)], literals, CoverProof.Irredundant),
            point => term.Holds(table, point));
    }

    private void Check(Condition condition, bool[] isIn)
    {
        if (_scenarios.IsEmpty)
        {
            return;
        }

        foreach (var printed in (FilterExpression?[])[condition.Expression, condition.Factored])
        {
            var read = printed is null ? null : FilterExpression.Parse(printed.ToString(), FilterVocabulary.ScenarioOnly, "condition");
            for (var i = 0; i < isIn.Length; i++)
            {
                if ((read is null || read.Matches(new FilterSubject(_scenarios[i]))) != isIn[i])
                {
                    throw new InvalidOperationException($"the condition '{printed}' is wrong for scenario '{_scenarios[i].Id}'");
                }
            }
        }
    }
}

/// <summary>Equality of sets that are given as one boolean for each point.</summary>
internal sealed class SetComparer : IEqualityComparer<bool[]>
{
    public static SetComparer Instance { get; } = new();

    public bool Equals(bool[]? x, bool[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(bool[] obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
