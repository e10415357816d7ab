namespace Compare.Comparison;

/// <summary>How two tables are compared.</summary>
/// <param name="Key">Names of the columns that make a row unique; empty: those of an outcome table.</param>
/// <param name="Ignore">Names of the columns that are passed over.</param>
public sealed record DiffOptions(ImmutableArray<string> Key, ImmutableArray<string> Ignore)
{
    /// <summary>The key of an outcome table, everything else compared.</summary>
    public static DiffOptions Default { get; } = new([], []);

    /// <summary>The columns that make a row of an outcome table unique.</summary>
    public static ImmutableArray<string> OutcomeKey { get; } = ["id", "kernel", "strategy"];
}
