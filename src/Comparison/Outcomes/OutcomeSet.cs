namespace Compare.Comparison;

/// <summary>What scenarios came to for contenders: a run, a baseline, observations or a table from elsewhere. Everything that compares is a
/// question to it.</summary>
public sealed class OutcomeSet
{
    /// <summary>Stands for the id of an outcome that is not there: the contender did not run the scenario, or a table lacks the row.</summary>
    public const int None = -1;

    private readonly int[] _ids;

    /// <summary>Makes a set.</summary>
    /// <param name="scenarios">In ordinal order of the id.</param>
    /// <param name="contenders">Kernels and strategies.</param>
    /// <param name="pool">Holds the outcomes.</param>
    /// <param name="ids">Ids in the pool or <see cref="None"/>: those of the first scenario, one for each contender, then the next.</param>
    internal OutcomeSet(ImmutableArray<Scenario> scenarios, ImmutableArray<ContenderName> contenders, OutcomePool pool, int[] ids)
        => (Scenarios, Contenders, Pool, _ids) = (scenarios, contenders, pool, ids);

    /// <summary>The scenarios, in ordinal order of the id.</summary>
    public ImmutableArray<Scenario> Scenarios { get; }

    /// <summary>The contenders; ordinal by kernel, then strategy, unless a caller asked for another order.</summary>
    public ImmutableArray<ContenderName> Contenders { get; }

    /// <summary>Holds the outcomes.</summary>
    public OutcomePool Pool { get; }

    /// <summary>Whether every contender ran every scenario.</summary>
    public bool IsFull => !_ids.AsSpan().Contains(None);

    /// <summary>The outcome of a scenario for a contender, or null where there is none.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public Outcome? this[int scenario, int contender] => IdOf(scenario, contender) is >= 0 and var id ? Pool[id] : null;

    /// <summary>The id of an outcome: equal outcomes have equal ids; <see cref="None"/> where there is none.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public int IdOf(int scenario, int contender) => _ids[(scenario * Contenders.Length) + contender];

    /// <summary>Whether there is an outcome.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="contender">Index of the contender.</param>
    public bool Has(int scenario, int contender) => IdOf(scenario, contender) != None;

    /// <summary>Whether a scenario has an outcome for anybody.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    public bool HasAny(int scenario)
        => _ids.AsSpan(scenario * Contenders.Length, Contenders.Length).ContainsAnyExcept(None);

    /// <summary>The part with some of the scenarios.</summary>
    /// <param name="isIn">Which ones.</param>
    public OutcomeSet Part(Func<Scenario, bool> isIn) => Part([.. Scenarios.Select(isIn)]);

    /// <summary>The part with some of the scenarios.</summary>
    /// <param name="isIn">For each scenario whether it is in.</param>
    internal OutcomeSet Part(bool[] isIn)
    {
        var width = Contenders.Length;
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        var ids = new List<int>();
        for (var i = 0; i < isIn.Length; i++)
        {
            if (isIn[i])
            {
                scenarios.Add(Scenarios[i]);
                ids.AddRange(_ids.AsSpan(i * width, width));
            }
        }

        return new OutcomeSet(scenarios.DrainToImmutable(), Contenders, Pool, [.. ids]);
    }

    /// <summary>The same without contenders that have no outcome.</summary>
    public OutcomeSet WithoutIdle()
        => Only([.. Enumerable.Range(0, Contenders.Length).Where(contender => Enumerable.Range(0, Scenarios.Length).Any(i => Has(i, contender)))]);

    /// <summary>The part with some of the contenders, in the order in which they are named.</summary>
    /// <param name="contenders">Indices of contenders.</param>
    internal OutcomeSet Only(params ImmutableArray<int> contenders) => contenders.SequenceEqual(Enumerable.Range(0, Contenders.Length)) ? this : new(
        Scenarios,
        [.. contenders.Select(contender => Contenders[contender])],
        Pool,
        [.. Enumerable.Range(0, Scenarios.Length).SelectMany(scenario => contenders.Select(contender => IdOf(scenario, contender)))]);

    /// <summary>One set of several parts.</summary>
    /// <param name="parts">Sets of the same contenders and pool, in order of their scenarios; at least one.</param>
    internal static OutcomeSet Join(IReadOnlyCollection<OutcomeSet> parts)
    {
        var first = parts.First();
        return new OutcomeSet(
            [.. parts.SelectMany(part => part.Scenarios)], first.Contenders, first.Pool, [.. parts.SelectMany(part => part._ids)]);
    }
}
