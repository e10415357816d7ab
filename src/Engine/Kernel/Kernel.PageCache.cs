namespace Compare.Engine;

/// <content>mm/filemap.c, fs/ext4/inode.c: the path without DAX, the reference behaviour.</content>
public sealed partial class Kernel
{
    /// <summary>Pages that a read maps at once (<c>fault_around_bytes</c>, 64 KiB).</summary>
    private const int FaultAroundPages = 16;

    /// <summary>Pages that a cold fault reads (<c>ra_pages</c>, 128 KiB).</summary>
    private const int ReadAroundPages = 32;

    /// <summary>mm/memory.c <c>do_read_fault</c> without DAX: first what is in the cache around the fault, then the fault itself.</summary>
    private VmFault ReadThroughCache() => MapAround() ? VmFault.NoPage : MapCachedPage(PteState.CacheReadOnly);

    /// <summary>mm/memory.c <c>__do_fault</c>, <c>finish_fault</c> without DAX.</summary>
    private VmFault MapCachedPage(PteState pte)
    {
        var result = FilemapFault();
        if ((result & (VmFault.Error | VmFault.Retry)) != 0)
        {
            return result;
        }

        Install(pte);
        return VmFault.None;
    }

    /// <summary>mm/memory.c <c>do_page_mkwrite</c>, <c>finish_mkwrite_fault</c> without DAX.</summary>
    /// <param name="made">What the fault returns once the page is writable.</param>
    private VmFault MakeCachedPageWritable(VmFault made)
    {
        var result = CallMkWrite(HandlerCallKind.PageMkWrite);
        if ((result & VmFault.Error) != 0)
        {
            return result;
        }

        Install(PteState.CacheWritable);
        return made;
    }

    /// <summary>mm/memory.c <c>do_fault_around</c>, mm/filemap.c <c>filemap_map_pages</c>: the aligned window, clipped to the VMA.</summary>
    /// <returns>Whether the faulting page is mapped now.</returns>
    private bool MapAround()
    {
        var shift = Tables(_frame.Mapping).Shift;
        var window = (Pages.At(_frame.Slot) + shift) / FaultAroundPages;
        ref var tables = ref Tables(_frame.Mapping);
        var slot = _frame.Slot;
        var any = false;
        for (_frame.Slot = 0; _frame.Slot < Pages.Count; _frame.Slot++)
        {
            var page = Pages.At(_frame.Slot);
            if (IsCached(_frame.Slot) && IsInside(_frame.Slot)
                && (page + shift) / FaultAroundPages == window && SameVma(in tables, slot, _frame.Slot))
            {
                any = true;
                if (tables.Pte(_frame.Slot) == PteState.None)
                {
                    Apply(Rule.FaultAroundMaps);
                    Install(PteState.CacheReadOnly);
                }
            }
        }

        _frame.Slot = slot;
        return any && tables.Pmd(_frame.Range) == PmdState.Table && tables.Pte(slot) != PteState.None;
    }

    private bool IsCached(int slot) => (_world.CachedPages & (1 << slot)) != 0 && Pages.At(slot) < _world.FilePages;

    /// <summary>
    /// mm/filemap.c <c>filemap_fault</c>: the page is read with its surroundings where it is not cached. v6.1 lets the lock go for the
    /// read and asks for the fault again.
    /// </summary>
    private VmFault FilemapFault()
    {
        var page = Pages.At(_frame.Slot);
        if (page >= _world.FilePages)
        {
            Apply(Rule.CacheBeyondEnd);
            return VmFault.SigBus;
        }

        if (IsCached(_frame.Slot))
        {
            return VmFault.None;
        }

        Apply(Rule.ColdRead);
        var first = Math.Max(0, page - (ReadAroundPages / 2));
        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (Pages.At(slot) >= first && Pages.At(slot) < first + ReadAroundPages && Pages.At(slot) < _world.FilePages)
            {
                _world.CachedPages |= (byte)(1 << slot);
            }
        }

        if (_profile.ColdRead == ColdRead.RetriesFault && _frame.MayRetry)
        {
            Apply(Rule.ColdReadRetries);
            return VmFault.Retry;
        }

        return VmFault.None;
    }

    /// <summary>fs/ext4/inode.c <c>ext4_page_mkwrite</c> with delayed allocation: the page becomes dirty, and a hole has a block reserved.</summary>
    private VmFault PageMkWrite(int slot)
    {
        if (!ReserveDelayed(slot))
        {
            return VmFault.SigBus;
        }

        _world.DirtyPages |= (byte)(1 << slot);
        return VmFault.Locked;
    }

    /// <summary>fs/ext4/inode.c <c>ext4_da_map_blocks</c>, <c>ext4_da_reserve_space</c>.</summary>
    private bool ReserveDelayed(int slot)
    {
        if ((_world.DelayedBlocks & (1 << slot)) != 0)
        {
            return true;
        }

        var map = new BlockMap(Pages.At(slot), 1);
        LookUpBlocks(ref map);
        if (map.State != BlockState.Hole)
        {
            return true;
        }

        if (!ClaimClusters(1, mayUseReserve: false))
        {
            Apply(Rule.NoSpace);
            return false;
        }

        Apply(Rule.DelayedReserved);
        _world.DelayedBlocks |= (byte)(1 << slot);
        _effects.SectorsDelta += SectorsPerBlock;
        return true;
    }

    /// <summary>Drops a page from the cache.</summary>
    private void DropPage(int slot)
    {
        _world.CachedPages &= (byte)~(1 << slot);
        _world.DirtyPages &= (byte)~(1 << slot);
    }

    /// <summary>
    /// fs/ext4/extents_status.c <c>ext4_es_remove_extent</c>: reserved blocks go with those on disk, so not where the journal does not start.
    /// v4.13's <c>ext4_da_page_release_reservation</c> gives them back with the page; no page that has one is dropped there before a failing start.
    /// </summary>
    private void GiveDelayedBack(int start, int end)
    {
        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (Pages.At(slot) >= start && Pages.At(slot) < end && (_world.DelayedBlocks & (1 << slot)) != 0)
            {
                Apply(Rule.DelayedGivenBack);
                ReleaseDelayed(slot);
            }
        }
    }

    private void ReleaseDelayed(int slot)
    {
        _world.DelayedBlocks &= (byte)~(1 << slot);
        _effects.SectorsDelta -= SectorsPerBlock;
        if (_world.FreeClusters != World.ManyFreeClusters)
        {
            _world.FreeClusters++;
        }
    }
}
