using System.Collections.Immutable;

namespace Compare.Scenarios;

/// <summary>The columns of an outcome table.</summary>
public static class OutcomeColumns
{
    /// <summary>The names of the measures; index is <see cref="Measure"/>.</summary>
    public static ImmutableArray<string> Measures { get; } =
    [
        "result",
        "page",
        "handler",
        "journal_starts",
        "iomap_starts",
        "thp_fault_fallback",
        "thp_split_pmd",
        "mtime_changed",
        "blocks_delta",
    ];

    /// <summary>Every column in the order in which it is written: the key, the rest of the scenario, the measures.</summary>
    public static ImmutableArray<string> All { get; } =
        ["id", "kernel", "strategy", .. ScenarioColumns.All.Skip(1), .. Measures];

    /// <summary>The column of a measure.</summary>
    /// <param name="measure">A measure.</param>
    public static string Name(Measure measure) => Measures[(int)measure];
}
