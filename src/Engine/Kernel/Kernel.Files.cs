namespace Compare.Engine;

/// <content>fs/ext4/inode.c, mm/truncate.c: punch, truncate, extend.</content>
public sealed partial class Kernel
{
    /// <summary>
    /// fs/open.c <c>vfs_fallocate</c>, fs/ext4/extents.c <c>ext4_fallocate</c>, fs/ext4/inode.c <c>ext4_punch_hole</c> at page 10. Where the
    /// journal fails, what comes before its start is done all the same.
    /// </summary>
    private StepResult PunchHole()
    {
        if (IsShutDown && !IsReadOnly && _world.PunchesThroughOpenFile == 0 && !_afterWait)
        {
            // The file cannot be opened any more: fs/ext4/file.c ext4_file_open.
            Apply(Rule.FileAccessShutDown);
            return StepResult.Eio;
        }

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

        if (WaitsForThaw)
        {
            Apply(Rule.FrozenBlocks);
            return StepResult.Blocked;
        }

        return null;
    }
}
