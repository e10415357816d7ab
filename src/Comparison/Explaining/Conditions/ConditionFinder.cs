using System.Collections.Immutable;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Finds the condition that separates some scenarios of a matrix from all others of it.</summary>
public sealed class ConditionFinder
{
    private readonly ImmutableArray<Scenario> _scenarios;
    private readonly ScenarioPoints _points;

    /// <summary>A finder.</summary>
    /// <param name="scenarios">The matrix; at least one scenario.</param>
    public ConditionFinder(ImmutableArray<Scenario> scenarios)
    {
        _scenarios = scenarios;
        _points = ScenarioPoints.Of(scenarios);
    }

    /// <summary>Names of the columns that conditions may use: those in which the scenarios differ.</summary>
    public ImmutableArray<string> Columns => [.. _points.Columns.Select(column => column.Name)];

    /// <summary>How many combinations of values there are in these columns; those that the matrix does not hold are don't-cares.</summary>
    public long Combinations => _points.Table.Sizes.Aggregate(1L, (product, size) => product * size);

    /// <summary>Finds the conditions of several sets, equal ones once.</summary>
    /// <param name="sets">For each set and each scenario whether it is in; none of them empty.</param>
    /// <param name="jobs">Number of threads; the conditions do not depend on it.</param>
    public IReadOnlyList<Condition> FindAll(IReadOnlyList<bool[]> sets, int jobs)
    {
        ArgumentNullException.ThrowIfNull(sets);
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
    /// <param name="isIn">For each scenario whether it is in; at least one is.</param>
    /// <exception cref="InvalidOperationException">What is printed, read back, is not true in exactly these scenarios: a fault here.</exception>
    public Condition Find(bool[] isIn)
    {
        var cover = Minimiser.Minimise(_points.Table, isIn);
        ImmutableArray<FilterExpression> terms = cover.Literals == 0 ? [] : [.. cover.Terms.Select(Say)];
        var condition = new Condition(terms, cover.Literals, cover.Proof);
        Check(condition, isIn);
        return condition;
    }

    private FilterExpression Say(CoverTerm term) => FilterExpression.AllOf(
    [
        .. _points.Columns
            .Zip(term.Columns)
            .Where(pair => pair.Second is not null)
            .Select(pair => pair.First.Say(pair.Second!)),
    ]);

    private void Check(Condition condition, bool[] isIn)
    {
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
