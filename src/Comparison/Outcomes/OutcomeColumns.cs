namespace Compare.Comparison;

/// <summary>What is measured at each step, in the order of the columns.</summary>
public enum Measure : byte
{
    /// <summary><c>result</c>: what the caller sees.</summary>
    Result,

    /// <summary><c>page</c>: what the step's page maps afterwards.</summary>
    Page,

    /// <summary><c>handler</c>: the calls of the fault handler.</summary>
    Handler,

    /// <summary><c>journal_starts</c>: calls of <c>ext4_journal_start</c> by the handler itself.</summary>
    JournalStarts,

    /// <summary><c>iomap_starts</c>: calls of <c>ext4_journal_start</c> in the block lookup.</summary>
    IomapStarts,

    /// <summary><c>thp_fault_fallback</c>: increase of the counter of that name.</summary>
    ThpFaultFallback,

    /// <summary><c>thp_split_pmd</c>: increase of the counter of that name.</summary>
    ThpSplitPmd,

    /// <summary><c>mtime_changed</c>: whether the step changed the file's mtime.</summary>
    MtimeChanged,

    /// <summary><c>blocks_delta</c>: change of the allocated size, in sectors of 512 bytes.</summary>
    BlocksDelta,
}

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
