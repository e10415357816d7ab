namespace Compare.Comparison;

/// <summary>A page-table entry or mapping entry that holds something else than before.</summary>
/// <param name="Event">Which entry.</param>
/// <param name="Text">Which, from what, to what.</param>
/// <param name="Source">The kernel function that makes this change, where only one does.</param>
internal readonly record struct WorldChange(string Event, string Text, KernelFunction? Source)
{
    private static readonly Place[] Places = [Place.Target, Place.Near, Place.Beyond, Place.Far];

    private static readonly string[] Ranges = ["pages 0 to 511", "pages 512 to 1023"];

    /// <summary>The changes from one world to a later one: the main mapping's tables, the second mapping's, the file's entries.</summary>
    public static IEnumerable<WorldChange> Between(World before, World after)
    {
        if (before == after)
        {
            yield break;
        }

        foreach (var change in OfTables("", before.MainTables, after.MainTables))
        {
            yield return change;
        }

        foreach (var change in OfTables("second mapping's ", before.OtherTables, after.OtherTables))
        {
            yield return change;
        }

        for (var range = 0; range < Ranges.Length; range++)
        {
            if (before.HugeEntryAt(range) != after.HugeEntryAt(range))
            {
                var (from, to) = (before.HugeEntryAt(range), after.HugeEntryAt(range));
                yield return Of($"2 MiB mapping entry of {Ranges[range]}", Word(from), Word(to), Setter(from, to));
            }
        }

        foreach (var place in Places)
        {
            var (from, to) = (before.EntryAt((int)place), after.EntryAt((int)place));
            if (from != to)
            {
                yield return Of($"mapping entry of {StepWords.Page(place)}", Word(from), Word(to), Setter(from, to));
            }
        }
    }

    private static IEnumerable<WorldChange> OfTables(string whose, MappingTables before, MappingTables after)
    {
        if (before.HasPud != after.HasPud)
        {
            yield return after.HasPud
                ? Of($"{whose}PUD", "empty", "table", new KernelFunction("mm/memory.c", "__pmd_alloc"))
                : Of($"{whose}PUD", "table", "empty", null);
        }

        for (var range = 0; range < Ranges.Length; range++)
        {
            if (before.Pmd(range) != after.Pmd(range))
            {
                var (from, to) = (before.Pmd(range), after.Pmd(range));
                yield return Of($"{whose}PMD of {Ranges[range]}", Word(from), Word(to), Setter(to));
            }
        }

        foreach (var place in Places)
        {
            var (from, to) = (before.Pte((int)place), after.Pte((int)place));
            if (from != to)
            {
                var source = from == PteState.None ? new KernelFunction("arch/x86/include/asm/pgtable.h", "set_pte_at") : null;
                yield return Of($"{whose}PTE of {StepWords.Page(place)}", Word(from), Word(to), source);
            }
        }
    }

    private static WorldChange Of(string entry, string from, string to, KernelFunction? source)
        => new(entry, $"{entry}: {from} -> {to}", source);

    private static KernelFunction? Setter(PmdState state) => state switch
    {
        PmdState.Table => new("mm/memory.c", "__pte_alloc"),
        PmdState.HugeWritable => new("mm/huge_memory.c", "vmf_insert_pfn_pmd"),
        PmdState.HugeZero => new("fs/dax.c", "dax_pmd_load_hole"),
        _ => null,
    };

    private static KernelFunction? Setter(MappingEntry from, MappingEntry to) => (from, to) switch
    {
        (_, MappingEntry.None) => null,
        (_, MappingEntry.Empty) => new("fs/dax.c", "grab_mapping_entry"),
        (_, MappingEntry.HolePage) => new("fs/dax.c", "dax_load_hole"),
        (MappingEntry.Dirty, MappingEntry.Clean) => new("fs/dax.c", "dax_writeback_one"),
        (MappingEntry.Clean, MappingEntry.Dirty) => null,
        _ => new("fs/dax.c", "dax_insert_mapping_entry"),
    };

    private static string Word(PmdState state) => state switch
    {
        PmdState.None => "empty",
        PmdState.Table => "table",
        PmdState.HugeReadOnly => "storage, read-only",
        PmdState.HugeWritable => "storage, writable",
        PmdState.HugeZero => "huge zero page",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such PMD."),
    };

    private static string Word(PteState state) => state switch
    {
        PteState.None => "empty",
        PteState.DaxReadOnly => "storage, read-only",
        PteState.DaxWritable => "storage, writable",
        PteState.Zero => "zero page",
        PteState.CacheReadOnly => "page-cache page, read-only",
        PteState.CacheWritable => "page-cache page, writable",
        PteState.AnonymousReadOnly => "copied page, read-only",
        PteState.AnonymousWritable => "copied page, writable",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such PTE."),
    };

    private static string Word(MappingEntry entry) => entry switch
    {
        MappingEntry.None => "none",
        MappingEntry.Empty => "empty",
        MappingEntry.Zero => "zero page",
        MappingEntry.HolePage => "hole page",
        MappingEntry.Clean => "storage, clean",
        MappingEntry.Dirty => "storage, dirty",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "No such entry."),
    };
}
