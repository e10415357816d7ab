namespace Compare.Engine;

/// <content>mm/mprotect.c, mm/mremap.c, mm/msync.c: steps on the main mapping as a whole.</content>
public sealed partial class Kernel
{
    /// <summary>mm/mprotect.c <c>do_mprotect_pkey</c>, <c>mprotect_fixup</c>, VMA by VMA.</summary>
    private StepResult Protect(bool writable)
    {
        var flags = FlagsOf(MainMapping);
        if (writable && (flags & VmFlags.MayWrite) == 0)
        {
            Apply(Rule.ProtectionRefused);
            return StepResult.Eacces;
        }

        if (writable == ((flags & VmFlags.Write) != 0))
        {
            return StepResult.Ok;
        }

        ref var tables = ref _world.Main;
        tables.Kind = writable ? tables.Kind - 1 : tables.Kind + 1;
        MergeVmas(ref tables);
        if (writable)
        {
            RestoreWrites(ref tables, (flags & VmFlags.Shared) != 0);
        }
        else
        {
            TakeWrites(ref tables);
        }

        return StepResult.Ok;
    }

    /// <summary>mm/mprotect.c <c>change_pte_range</c>, mm/huge_memory.c <c>change_huge_pmd</c>: entries lose their write permission and stay dirty.</summary>
    private void TakeWrites(ref MappingTables tables)
    {
        Apply(Rule.ProtectionTakesWrites);
        for (var range = 0; range < Pages.Ranges; range++)
        {
            if (tables.Pmd(range) == PmdState.HugeWritable)
            {
                tables.ProtectPmd(range, PmdState.HugeReadOnly);
            }
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            tables.ProtectPte(slot, WriteProtected(tables.Pte(slot)));
        }
    }

    /// <summary>
    /// mm/mprotect.c <c>can_change_pte_writable</c> (v4.13: <c>dirty_accountable</c>): the file system was told of a dirty entry of a shared
    /// mapping, so it becomes writable without a fault. A private copy takes its fault, in which no handler has a part.
    /// </summary>
    private void RestoreWrites(ref MappingTables tables, bool isShared)
    {
        for (var range = 0; range < Pages.Ranges; range++)
        {
            if (isShared && tables.Pmd(range) == PmdState.HugeReadOnly && tables.IsPmdDirty(range)
                && _profile.DirtyHugePmd == DirtyHugePmd.MadeWritable)
            {
                Apply(Rule.DirtyPmdMadeWritable);
                tables.ProtectPmd(range, PmdState.HugeWritable);
            }
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (isShared && tables.IsPteDirty(slot) && tables.Pte(slot) is PteState.DaxReadOnly or PteState.CacheReadOnly)
            {
                Apply(Rule.DirtyPteMadeWritable);
                tables.ProtectPte(slot, tables.Pte(slot) + 1);
            }
            else if (!isShared && (tables.Locked & (1 << slot)) != 0)
            {
                // A locked VMA that becomes writable is populated at once.
                FaultUntilPermitted(MainMapping, slot, write: true, StepResult.Enomem);
            }
        }
    }

    /// <summary>The processor sets the dirty bit of the entry through which it writes.</summary>
    private void SetDirty(int mapping, int slot)
    {
        ref var tables = ref Tables(mapping);
        var range = Pages.RangeOf(slot);
        if (tables.Pmd(range) == PmdState.HugeWritable)
        {
            tables.SetPmd(range, PmdState.HugeWritable);
        }
        else if (tables.Pte(slot) is PteState.DaxWritable or PteState.CacheWritable)
        {
            tables.SetPte(slot, tables.Pte(slot));
        }
    }

    /// <summary>
    /// mm/mremap.c <c>move_page_tables</c>: entries move one by one to a place shifted by a page. A huge PMD is split, which zaps it; a range has a
    /// table where one of its pages came from a table.
    /// </summary>
    private StepResult Remap()
    {
        ref var tables = ref _world.Main;
        if ((tables.CutsBefore | tables.CutsAfter) != 0)
        {
            Apply(Rule.RemapAcrossVmas);
            return StepResult.Efault;
        }

        for (var range = 0; range < Pages.Ranges; range++)
        {
            if (tables.Pmd(range) is PmdState.HugeReadOnly or PmdState.HugeWritable && _profile.RemapHugePmd == RemapHugePmd.TakenForTable)
            {
                Apply(Rule.RemapTakesHugePmdForTable);
                return StepResult.Oops;
            }

            if (IsHuge(tables.Pmd(range)))
            {
                Apply(Rule.RemapSplits);
                SplitHugePmd(MainMapping, range);
            }
        }

        Apply(Rule.RemapMoves);
        var first = tables.Pmd(0) == PmdState.Table;
        var second = tables.Pmd(1) == PmdState.Table;
        if (_world.IsSmall == 0 && (tables.Shift == 0 ? first && !second : second && !first))
        {
            // The last page of the first range moves into the second, or the first page of the second into the first.
            tables.SetPmd(tables.Shift == 0 ? 1 : 0, PmdState.Table);
        }

        tables.Shift ^= 1;
        return StepResult.Ok;
    }

    /// <summary>mm/msync.c <c>msync</c> with <c>MS_SYNC</c>: fsync over the pages of a shared mapping.</summary>
    private StepResult MemorySync()
    {
        if ((FlagsOf(MainMapping) & VmFlags.Shared) == 0)
        {
            Apply(Rule.SyncOfPrivate);
            return StepResult.Ok;
        }

        Apply(Rule.SyncOfShared);
        return SyncFile(MappedPages);
    }
}
