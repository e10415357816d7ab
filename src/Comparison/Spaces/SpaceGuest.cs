namespace Compare.Comparison;

/// <summary>A strategy that is looked for in the space of predicates: its table, and whether it does what that table does.</summary>
/// <param name="contender">Strategy and kernel.</param>
/// <param name="pool">The outcomes of the space.</param>
internal sealed class SpaceGuest(Contender contender, OutcomePool pool)
{
    private readonly ScenarioRunner _runner = new(contender, pool);

    /// <summary>Name of the strategy.</summary>
    public string Name => contender.StrategyName;

    /// <summary>Its table; none where it answers something that no predicate can.</summary>
    public TablePredicate? Table { get; } = TablePredicate.Of(contender.Strategy);

    /// <summary>Scenarios in which it does something else than a predicate with its table.</summary>
    public int Unlike { get; private set; }

    /// <summary>The first of them.</summary>
    public Scenario? FirstUnlike { get; private set; }

    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="diagrams">The store of the space.</param>
    /// <param name="function">What every predicate comes to.</param>
    public void Add(Scenario scenario, Diagrams diagrams, int function)
    {
        if (Table is not null && _runner.IdOf(scenario) != diagrams.Evaluate(function, Table.Cells.AsSpan()))
        {
            Unlike++;
            FirstUnlike ??= scenario;
        }
    }
}
