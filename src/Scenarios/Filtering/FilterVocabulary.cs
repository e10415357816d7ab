namespace Compare.Scenarios;

/// <summary>The columns that a filter may name. Kernels and strategies are known outside of this room, so their names are given.</summary>
public sealed class FilterVocabulary
{
    internal const string Kernel = "kernel";
    internal const string Strategy = "strategy";

    private static readonly ImmutableArray<FilterColumn> OfScenario =
    [
        FilterColumn.OfText("id", [], static (in subject) => subject.Scenario.Id),
        .. Axes.All.Select(OfAxis),
        FilterColumn.OfText("steps", [], static (in subject) => subject.Scenario.StepsText),
        FilterColumn.OfWords(
            "access", Axes.Verbs.All, mask => (in subject) => ((mask >> (int)subject.Scenario.Steps[^1].Verb) & 1) != 0),
        FilterColumn.OfWords(
            "at", Axes.Places.All, mask => (in subject) => ((mask >> (int)subject.Scenario.Steps[^1].Place) & 1) != 0),
        FilterColumn.OfText("prior", [], static (in subject) => subject.Scenario.PriorText),
    ];

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="kernels">The names of the kernels, in the order in which they are shown; none if a filter may not name a kernel.</param>
    /// <param name="strategies">The names of the strategies, likewise.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice.</exception>
    public FilterVocabulary(IEnumerable<string> kernels, IEnumerable<string> strategies)
    {
        Columns =
        [
            .. OfScenario,
            .. Named(Kernel, [.. kernels], static (in subject) => subject.Kernel),
            .. Named(Strategy, [.. strategies], static (in subject) => subject.Strategy),
        ];
        Names = [.. Columns.Select(column => column.Name)];
    }

    private FilterVocabulary(IEnumerable<FilterColumn> columns)
    {
        Columns = [.. columns];
        Names = [.. Columns.Select(column => column.Name)];
    }

    /// <summary>The columns of a world before its first step.</summary>
    public static FilterVocabulary WorldOnly { get; } = new(Axes.All.Select(OfAxis));

    /// <summary>The columns of a scenario alone.</summary>
    public static FilterVocabulary ScenarioOnly { get; } = new([], []);

    /// <summary>The columns: those of a scenario, the derived ones, <c>kernel</c>, <c>strategy</c>.</summary>
    public ImmutableArray<FilterColumn> Columns { get; }

    /// <summary>Their names, in the same order.</summary>
    internal ImmutableArray<string> Names { get; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The name of one of <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public FilterColumn Column(string name) => Find(name) ?? throw new ArgumentException($"no column '{name}'", nameof(name));

    /// <summary>The column of a name, or null.</summary>
    internal FilterColumn? Find(string name)
    {
        var index = Names.IndexOf(name);
        return index < 0 ? null : Columns[index];
    }

    private static FilterColumn OfAxis(Axis axis)
    {
        var read = axis.Reader;
        return FilterColumn.OfWords(axis.Name, axis.Words, mask => (in subject) => ((mask >> read(in subject.Scenario.SetupInPlace)) & 1) != 0);
    }

    private static ImmutableArray<FilterColumn> Named(string column, ImmutableArray<string> names, ColumnText read)
    {
        if (names.Any(string.IsNullOrEmpty) || names.Distinct().Count() < names.Length)
        {
            throw new ArgumentException($"expected the names of column '{column}' unique and none empty");
        }

        return names.IsEmpty ? [] : [FilterColumn.OfText(column, names, read)];
    }
}
