namespace Compare.Engine;

/// <content>fs/ext4/inode.c, mm/truncate.c, fs/dax.c: steps that work on the file.</content>
public sealed partial class Kernel
{
    /// <summary>
    /// fs/open.c <c>vfs_fallocate</c>, fs/ext4/extents.c <c>ext4_fallocate</c>, fs/ext4/inode.c <c>ext4_punch_hole</c> at page 10. Where the
    /// journal fails, what comes before its start is done all the same.
    /// </summary>
    private StepResult PunchHole()
    {
        if (FileChangeRefused() is { } refusal)
        {
            return refusal;
        }

        const int slot = (int)Place.Target;
        var timeFirst = _profile.PunchOrder == PunchOrder.TimeFirst;
        if (timeFirst)
        {
            Apply(Rule.PunchChangesTimeFirst);
            ChangeTime();
            BreakLayouts();
        }
        else if (WriteBackBeforePunch(slot) is var written && written != Errno.None)
        {
            return ResultOf(written);
        }

        if (Pages.Punched >= _world.FilePages)
        {
            Apply(Rule.PunchBeyondEnd);
            return StepResult.Ok;
        }

        if (_profile.PunchOrder == PunchOrder.TimeAfterLength)
        {
            ChangeTime();
        }

        if (!timeFirst)
        {
            BreakLayouts();
        }

        UnmapPage(slot, copies: false);
        TruncatePage(slot);
        if (JournalCheckStart() is var started && started != Errno.None)
        {
            Apply(Rule.FailedChangeUnmaps);
            return ResultOf(started);
        }

        Apply(Rule.PunchRemovesBlock);
        if (SharesPlaceWithLeft(Pages.Punched) && HasJournal)
        {
            _world.TargetPlacePending = 1;
        }

        RemoveSpace(Pages.Punched, Pages.Punched + 1);
        if (_profile.PunchedHole == PunchedHole.Cached)
        {
            Apply(Rule.PunchedHoleCached);
            _world.CachedHoles |= HoleSegments.Between(Pages.Punched, Pages.Punched + 1);
        }

        if (_profile.PunchOrder == PunchOrder.TimeLast)
        {
            ChangeTime();
        }

        return StepResult.Ok;
    }

    /// <summary>
    /// mm/filemap.c <c>filemap_write_and_wait_range</c> over the punched page, which goes to <c>ext4_writepages</c>, v6.1
    /// <c>ext4_dax_writepages</c>, where anything of the file is dirty. What a DAX entry is written as does not matter: it goes next.
    /// </summary>
    private Errno WriteBackBeforePunch(int slot)
    {
        if (!IsDax)
        {
            return WriteBack(slot);
        }

        if (!IsShutDown || !HasDirtyEntry)
        {
            return Errno.None;
        }

        Apply(Rule.ShutDownWritebackFails);
        return Errno.Io;
    }

    /// <summary>include/linux/fs.h <c>mapping_tagged</c> for <c>PAGECACHE_TAG_DIRTY</c>.</summary>
    private bool HasDirtyEntry
    {
        get
        {
            foreach (var entry in _world.HugeEntries)
            {
                if (IsDirty(entry))
                {
                    return true;
                }
            }

            foreach (var entry in _world.Entries)
            {
                if (IsDirty(entry))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Where every fault marks its entry dirty, that of a hole is so too.</summary>
    private bool IsDirty(MappingEntry entry)
        => entry == MappingEntry.Dirty || (entry == MappingEntry.Zero && _profile.DirtyEntries == DirtyEntries.EveryFault);

    /// <summary>What an error of the file system is to the caller.</summary>
    private static StepResult ResultOf(Errno error) => error switch
    {
        Errno.Io => StepResult.Eio,
        Errno.ReadOnlyFileSystem => StepResult.Erofs,
        Errno.NoSpace => StepResult.Enospc,
        _ => StepResult.Ok,
    };

    /// <summary>Whether a block lies on disk right after the block before it.</summary>
    private bool SharesPlaceWithLeft(int block)
    {
        ref var extents = ref _world.Extents;
        var index = extents.Find(block);
        if (index < 0 || block < extents[index].Start || block >= extents[index].End)
        {
            return false;
        }

        return block > extents[index].Start
            || (index > 0 && extents[index - 1].End == block && extents[index - 1].Place == extents[index].Place);
    }

    /// <summary>fs/ext4/inode.c <c>ext4_setattr</c> with <c>ATTR_SIZE</c>: the time changes also where the length does not.</summary>
    private StepResult SetLength(int pages)
    {
        if (FileChangeRefused() is { } refusal)
        {
            return refusal;
        }

        if (IsShutDown)
        {
            Apply(Rule.JournalShutDown);
            return StepResult.Eio;
        }

        BreakLayouts();
        if (JournalCheckStart() is var started && started != Errno.None)
        {
            Apply(Rule.FailedChangeUnmaps);
            return ResultOf(started);
        }

        var grows = pages > _world.FilePages;
        _world.FilePages = (ushort)pages;
        if (!grows)
        {
            Apply(Rule.TruncateRemoves);
            TruncatePageCache(pages);
            RemoveSpace(pages, int.MaxValue);
        }

        ChangeTime();
        return StepResult.Ok;
    }

    /// <summary>mm/truncate.c <c>truncate_pagecache</c>: private copies go too.</summary>
    private void TruncatePageCache(int pages)
    {
        for (var range = 0; range < Pages.Ranges; range++)
        {
            var first = range * Pages.PerPmd;
            if (pages >= first + Pages.PerPmd)
            {
                continue;
            }

            if (pages > first || MappedPages < first + Pages.PerPmd)
            {
                SplitForPartialUnmap(range);
            }

            UnmapRange(range, copies: true);
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (Pages.At(slot) >= pages)
            {
                TruncatePage(slot);
            }
        }
    }

    /// <summary>mm/truncate.c <c>truncate_inode_pages_range</c> over one page: its mapping entry, or the page in the cache.</summary>
    private void TruncatePage(int slot)
    {
        if (IsDax)
        {
            DeleteEntries(slot);
        }
        else
        {
            DropPage(slot);
        }
    }

    /// <summary>
    /// fs/ext4/inode.c <c>ext4_break_layouts</c>, fs/dax.c <c>dax_layout_busy_page_range</c> (v6.1): every page of the file that is not a
    /// private copy is unmapped, huge PMDs whole.
    /// </summary>
    private void BreakLayouts()
    {
        if (!IsDax || _profile.TruncateUnmap == TruncateUnmap.RangeOnly)
        {
            return;
        }

        Apply(Rule.LayoutsBroken);
        for (var range = 0; range < Pages.Ranges; range++)
        {
            UnmapRange(range, copies: false);
        }
    }

    /// <summary>What a change of the file's blocks or length meets first: fs/namespace.c <c>mnt_want_write</c>, and freeze protection.</summary>
    private StepResult? FileChangeRefused()
    {
        if (IsReadOnly)
        {
            Apply(Rule.FileChangeReadOnly);
            return StepResult.Erofs;
        }

        if (_world.FileSystem == FileSystemState.Frozen)
        {
            Apply(Rule.FrozenBlocks);
            return StepResult.Blocked;
        }

        return null;
    }

    /// <summary>fs/ext4/fsync.c <c>ext4_sync_file</c>: data, then the commit.</summary>
    private StepResult SyncFile()
    {
        if (IsShutDown)
        {
            Apply(Rule.JournalShutDown);
            return StepResult.Eio;
        }

        if (IsReadOnly)
        {
            Apply(Rule.SyncReadOnly);
            return _world.FileSystem == FileSystemState.Aborted ? StepResult.Erofs : StepResult.Ok;
        }

        if (IsDax)
        {
            WriteBackEntries();
        }
        else
        {
            for (var slot = 0; slot < Pages.Count; slot++)
            {
                if (WriteBack(slot) is var error && error != Errno.None)
                {
                    return ResultOf(error);
                }
            }
        }

        if (HasJournal)
        {
            Commit();
        }

        return StepResult.Ok;
    }

    /// <summary>
    /// fs/dax.c <c>dax_writeback_mapping_range</c>, <c>dax_writeback_one</c>: dirty entries become clean and are write-protected in shared
    /// mappings. v4.13's <c>dax_mapping_entry_mkclean</c> looks only at the first page of a PMD entry.
    /// </summary>
    private void WriteBackEntries()
    {
        for (var range = 0; range < Pages.Ranges; range++)
        {
            if (_world.HugeEntries[range] == MappingEntry.Dirty)
            {
                Apply(Rule.SyncWriteProtectsPmd);
                _world.HugeEntries[range] = MappingEntry.Clean;
                WriteProtectRange(range);
            }
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (_world.Entries[slot] == MappingEntry.Dirty)
            {
                Apply(Rule.SyncWriteProtectsPte);
                _world.Entries[slot] = MappingEntry.Clean;
                WriteProtectPage(slot);
            }
        }
    }

    private void WriteProtectRange(int range)
    {
        for (var mapping = MainMapping; mapping <= OtherMapping; mapping++)
        {
            ref var tables = ref Tables(mapping);
            if ((FlagsOf(mapping) & VmFlags.Shared) != 0 && tables.Pmd(range) == PmdState.HugeWritable)
            {
                tables.SetPmd(range, PmdState.HugeReadOnly);
            }
        }

        if (_profile.SyncWriteProtect == SyncWriteProtect.WholeEntry)
        {
            foreach (var slot in Pages.InRange(range))
            {
                WriteProtectPage(slot);
            }
        }
    }

    private void WriteProtectPage(int slot)
    {
        for (var mapping = MainMapping; mapping <= OtherMapping; mapping++)
        {
            ref var tables = ref Tables(mapping);
            if ((FlagsOf(mapping) & VmFlags.Shared) != 0)
            {
                tables.SetPte(slot, WriteProtected(tables.Pte(slot)));
            }
        }
    }
}
