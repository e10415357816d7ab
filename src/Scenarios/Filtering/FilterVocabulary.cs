using System.Collections.Immutable;
using Compare.Engine;

namespace Compare.Scenarios;

/// <summary>The columns that a filter may name. Kernels and strategies are known outside of this room, so their names are given.</summary>
public sealed class FilterVocabulary
{
    internal const string Kernel = "kernel";
    internal const string Strategy = "strategy";

    private const string NoPrior = "none";

    private static readonly ImmutableArray<FilterColumn> OfScenario =
    [
        new TextColumn("id", [], static (in subject) => subject.Scenario.Id, RefuseId),
        new ChoiceColumn<Mount>("mount", Axes.Mounts, static scenario => (int)scenario.Setup.Mount),
        new ChoiceColumn<FileSystemState>("fs", Axes.FileSystems, static scenario => (int)scenario.Setup.FileSystem),
        new ChoiceColumn<MappingKind>("mapping", Axes.Mappings, static scenario => (int)scenario.Setup.Mapping),
        new ChoiceColumn<Geometry>("geometry", Axes.Geometries, static scenario => (int)scenario.Setup.Geometry),
        new ChoiceColumn<ExtentLayout>("extent", Axes.Extents, static scenario => (int)scenario.Setup.Extents),
        new ChoiceColumn<FileLength>("size", Axes.Lengths, static scenario => (int)scenario.Setup.Length),
        new ChoiceColumn<HugePages>("thp", Axes.HugePages, static scenario => (int)scenario.Setup.HugePages),
        new TextColumn("steps", [], static (in subject) => subject.Scenario.StepsText, RefuseSteps),
        new ChoiceColumn<Verb>("access", Axes.Verbs, static scenario => (int)scenario.Steps[^1].Verb),
        new ChoiceColumn<Place>("at", Axes.Places, static scenario => (int)scenario.Steps[^1].Place),
        new TextColumn("prior", [], Prior, static text => text == NoPrior ? null : RefuseSteps(text)),
    ];

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="kernels">The names of the kernels, in the order in which they are shown; none if a filter may not name a kernel.</param>
    /// <param name="strategies">The names of the strategies, likewise.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice.</exception>
    public FilterVocabulary(IEnumerable<string> kernels, IEnumerable<string> strategies)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentNullException.ThrowIfNull(strategies);
        Columns =
        [
            .. OfScenario,
            .. Named(Kernel, [.. kernels], static (in subject) => subject.Kernel),
            .. Named(Strategy, [.. strategies], static (in subject) => subject.Strategy),
        ];
        Names = [.. Columns.Select(column => column.Name)];
    }

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

    private static ImmutableArray<FilterColumn> Named(string column, ImmutableArray<string> names, ColumnText read)
    {
        if (names.Any(string.IsNullOrEmpty) || names.Distinct().Count() < names.Length)
        {
            throw new ArgumentException($"expected the names of column '{column}' unique and none empty");
        }

        return names.IsEmpty ? [] : [new TextColumn(column, names, read)];
    }

    private static string? RefuseId(string text) => text.Length == 0 ? "found nothing, expected a name" : null;

    private static string? RefuseSteps(string text) => StepText.TryParse(text, out _, out var problem) ? null : problem;

    /// <summary>As <see cref="Scenario.Prior"/>, without making a string.</summary>
    private static ReadOnlySpan<char> Prior(in FilterSubject subject)
    {
        var scenario = subject.Scenario;
        return scenario.Steps.Length == 1
            ? NoPrior
            : scenario.StepsText.AsSpan(0, scenario.StepsText.LastIndexOf(' '));
    }
}
