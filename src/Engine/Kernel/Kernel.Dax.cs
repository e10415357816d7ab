namespace Compare.Engine;

/// <content>fs/dax.c: faults.</content>
public sealed partial class Kernel
{
    /// <summary>fs/dax.c <c>dax_iomap_fault</c>: nothing is mapped at PUD size.</summary>
    private VmFault DaxIomapFault(out Errno error)
    {
        error = Errno.None;
        switch (_frame.Level)
        {
            case FaultLevel.Pte:
                return DaxPteFault(out error);
            case FaultLevel.Pmd:
                return DaxPmdFault();
            default:
                Apply(Rule.DaxPudFallsBack);
                return VmFault.Fallback;
        }
    }

    /// <summary>fs/dax.c <c>dax_iomap_pmd_fault</c>.</summary>
    private VmFault DaxPmdFault()
    {
        var result = CheckPmdFault();
        if (result == VmFault.None)
        {
            result = DaxPmdFaultWithEntry();
        }

        if (result == VmFault.Fallback)
        {
            SplitHugePmd(_frame.Mapping, _frame.Range);
            CountFaultFallback();
        }

        return result;
    }

    /// <summary>The checks of fs/dax.c <c>dax_iomap_pmd_fault</c>; v6.1 <c>dax_fault_check_fallback</c>. None: go on.</summary>
    private VmFault CheckPmdFault()
    {
        // The first page of the PMD range decides; a mapping shifted by a page has it rounded down in the file.
        var first = _frame.Range * Pages.PerPmd;
        var beyond = first >= _world.FilePages;
        if (beyond && _profile.PmdCheckOrder == PmdCheckOrder.EndOfFileFirst)
        {
            Apply(Rule.PmdBeyondEnd);
            return VmFault.SigBus;
        }

        if (Tables(_frame.Mapping).Shift != 0)
        {
            Apply(Rule.PmdColour);
            return VmFault.Fallback;
        }

        if (_frame.IsWrite && !_frame.IsShared)
        {
            Apply(Rule.PmdCopyOnWrite);
            return VmFault.Fallback;
        }

        if (first + Pages.PerPmd > MappedPages)
        {
            Apply(Rule.PmdOutsideVma);
            return VmFault.Fallback;
        }

        if (beyond)
        {
            Apply(Rule.PmdBeyondEnd);
            return VmFault.SigBus;
        }

        if (first + Pages.PerPmd > _world.FilePages)
        {
            Apply(Rule.PmdAcrossEnd);
            return VmFault.Fallback;
        }

        return VmFault.None;
    }

    private VmFault DaxPmdFaultWithEntry()
    {
        var range = _frame.Range;
        if (!GrabPmdEntry(range))
        {
            return VmFault.Fallback;
        }

        var result = VmFault.Fallback;
        if (Tables(_frame.Mapping).Pmd(range) == PmdState.Table)
        {
            // Raced with a PTE fault, says the kernel; alone it needs a handler called with a table present.
            result = VmFault.None;
        }
        else
        {
            var map = new BlockMap(range * Pages.PerPmd, Pages.PerPmd);
            if (BeginLookup(ref map, _frame.IsWrite) != Errno.None)
            {
                Apply(Rule.PmdLookupFails);
            }
            else if (map.Length < Pages.PerPmd || (map.State == BlockState.Mapped && !map.IsAligned))
            {
                Apply(Rule.PmdLookupShort);
            }
            else if (map.State == BlockState.Mapped)
            {
                Apply(Rule.PmdMapsStorage);
                InsertPmdEntry(range);
                result = InsertPfnPmd();
            }
            else
            {
                result = DaxPmdLoadHole(range);
            }
        }

        Release(KernelLock.DaxEntry);
        return result;
    }

    /// <summary>fs/dax.c <c>dax_pmd_load_hole</c>.</summary>
    private VmFault DaxPmdLoadHole(int range)
    {
        Apply(Rule.PmdMapsZeroPage);
        if (_world.HugeEntries[range] == MappingEntry.Empty)
        {
            _world.HugeEntries[range] = MappingEntry.Zero;
        }

        ref var tables = ref Tables(_frame.Mapping);
        if (tables.Pmd(range) != PmdState.None)
        {
            return VmFault.Fallback;
        }

        Take(KernelLock.PageTable);
        tables.SetPmd(range, PmdState.HugeZero);
        Release(KernelLock.PageTable);
        return VmFault.NoPage;
    }

    /// <summary>fs/dax.c <c>dax_iomap_pte_fault</c>.</summary>
    private VmFault DaxPteFault(out Errno error)
    {
        error = Errno.None;
        var slot = _frame.Slot;
        var page = Pages.At(slot);
        if (page >= _world.FilePages)
        {
            Apply(Rule.PteBeyondEnd);
            return VmFault.SigBus;
        }

        GrabPteEntry(slot);
        var result = VmFault.NoPage;
        if (!IsHuge(Tables(_frame.Mapping).Pmd(_frame.Range)))
        {
            var write = _frame.IsWrite && !_frame.HasCowPage;
            var map = new BlockMap(page, 1);
            error = BeginLookup(ref map, write);
            if (error != Errno.None)
            {
                Apply(Rule.PteLookupFails);
                result = VmFault.SigBus;
            }
            else if (_frame.HasCowPage)
            {
                Apply(Rule.PteCopies);
                Install(CopiedPage);
                result = VmFault.DoneCow;
            }
            else if (map.State == BlockState.Mapped)
            {
                Apply(Rule.PteMapsStorage);
                InsertPteEntry(slot);
                result = InsertPfn();
            }
            else
            {
                result = DaxLoadHole(slot);
            }
        }

        Release(KernelLock.DaxEntry);
        return result;
    }

    /// <summary>fs/dax.c <c>dax_insert_mapping</c>, mm/memory.c <c>insert_pfn</c>; v6.1 <c>vmf_insert_mixed_mkwrite</c>.</summary>
    private VmFault InsertPfn()
    {
        ref var tables = ref Tables(_frame.Mapping);
        var pte = tables.Pte(_frame.Slot);
        var writable = _frame.IsWrite && _frame.MayMakeWritable && _profile.SharedStoreInsert == SharedStoreInsert.Writable;
        if (writable)
        {
            Apply(Rule.PteInsertedWritable);
            NoteSharedWrite();
            if (pte is PteState.None or PteState.DaxReadOnly)
            {
                Install(PteState.DaxWritable);
            }
        }
        else
        {
            Apply(Rule.PteInsertedReadOnly);
            if (pte == PteState.None)
            {
                Install(PteState.DaxReadOnly);
            }
        }

        return VmFault.NoPage;
    }

    /// <summary>fs/dax.c <c>dax_load_hole</c>.</summary>
    private VmFault DaxLoadHole(int slot)
    {
        if (_frame.IsWrite)
        {
            // A write lookup that returns no storage is refused with a warning.
            return VmFault.SigBus;
        }

        var zeroPage = _profile.HoleLoad == HoleLoad.ZeroPage;
        Apply(zeroPage ? Rule.PteMapsZeroPage : Rule.PteMapsHolePage);
        var hole = zeroPage ? MappingEntry.Zero : MappingEntry.HolePage;
        if (_world.Entries[slot] is MappingEntry.Empty or MappingEntry.Zero)
        {
            _world.Entries[slot] = hole;
        }

        if (Tables(_frame.Mapping).Pte(slot) == PteState.None)
        {
            Install(zeroPage ? PteState.Zero : PteState.CacheReadOnly);
        }

        return VmFault.NoPage;
    }
}
