namespace Compare.Engine;

/// <content>mm/huge_memory.c, and unmapping.</content>
public sealed partial class Kernel
{
    /// <summary>
    /// mm/huge_memory.c <c>__split_huge_pmd</c>, <c>__split_huge_pmd_locked</c>: a huge PMD of a file is counted and zapped; no table
    /// takes its place.
    /// </summary>
    private void SplitHugePmd(int mapping, int range)
    {
        ref var tables = ref Tables(mapping);
        if (IsHuge(tables.Pmd(range)))
        {
            Apply(Rule.SplitZaps);
            _effects.PmdSplits++;
            tables.SetPmd(range, PmdState.None);
        }
    }

    /// <summary>include/linux/vmstat.h <c>count_vm_event</c>.</summary>
    private void CountFaultFallback()
    {
        _effects.FaultFallbacks++;
        Tell(FaultEventKind.FallbackCount, 0);
    }

    /// <summary>mm/huge_memory.c <c>vmf_insert_pfn_pmd</c>, <c>insert_pfn_pmd</c>.</summary>
    private VmFault InsertPfnPmd()
    {
        ref var tables = ref Tables(_frame.Mapping);
        Take(KernelLock.PageTable);
        var writable = _frame.IsWrite && _frame.MayMakeWritable;
        tables.SetPmd(_frame.Range, writable ? PmdState.HugeWritable : PmdState.HugeReadOnly);
        Release(KernelLock.PageTable);
        if (writable)
        {
            NoteSharedWrite();
        }

        return VmFault.NoPage;
    }

    private void NoteSharedWrite()
        => _effects.Facts |= WaitsForThaw ? StepFacts.SharedWrite | StepFacts.SharedWriteWhileFrozen : StepFacts.SharedWrite;

    /// <summary>
    /// mm/memory.c <c>unmap_mapping_range</c> over one PMD range that lies whole inside: every mapping of every process loses its
    /// entry there. A huge PMD goes without a split, a table stays, emptied.
    /// </summary>
    /// <param name="range">The PMD range.</param>
    /// <param name="copies">Whether private copies go too (<c>even_cows</c>).</param>
    private void UnmapRange(int range, bool copies)
    {
        for (var mapping = MainMapping; mapping < MappingCount; mapping++)
        {
            ref var tables = ref Tables(mapping);
            if (IsHuge(tables.Pmd(range)))
            {
                tables.SetPmd(range, PmdState.None);
            }

            foreach (var slot in Pages.InRange(range))
            {
                ZapPte(ref tables, slot, copies);
            }
        }

        for (var mapping = MainMapping; mapping <= OtherMapping; mapping++)
        {
            _world.Ancestors[(mapping * Pages.Ranges) + range] = 0;
        }
    }

    /// <summary>
    /// mm/memory.c <c>zap_pmd_range</c> of a part of a PMD range: a huge PMD is split first, once per mapping and process, and that
    /// zaps it.
    /// </summary>
    private void SplitForPartialUnmap(int range)
    {
        for (var mapping = MainMapping; mapping < MappingCount; mapping++)
        {
            if (IsHuge(Tables(mapping).Pmd(range)))
            {
                Apply(Rule.PartialUnmapSplits);
                SplitHugePmd(mapping, range);
            }
        }

        for (var mapping = MainMapping; mapping <= OtherMapping; mapping++)
        {
            ref var parents = ref _world.Ancestors[(mapping * Pages.Ranges) + range];
            if (parents > 0)
            {
                Apply(Rule.PartialUnmapSplits);
                _effects.PmdSplits += parents;
                parents = 0;
            }
        }
    }

    /// <summary>mm/memory.c <c>unmap_mapping_range</c> over one page.</summary>
    private void UnmapPage(int slot, bool copies)
    {
        SplitForPartialUnmap(Pages.RangeOf(slot));
        for (var mapping = MainMapping; mapping < MappingCount; mapping++)
        {
            ZapPte(ref Tables(mapping), slot, copies);
        }
    }

    /// <summary>mm/memory.c <c>zap_pte_range</c>.</summary>
    private static void ZapPte(ref MappingTables tables, int slot, bool copies)
    {
        if (copies || !IsAnonymous(tables.Pte(slot)))
        {
            tables.SetPte(slot, PteState.None);
        }
    }
}
