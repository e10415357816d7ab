namespace Compare.Engine;

/// <content>fs/read_write.c, fs/ext4/file.c: reads and writes through the main mapping's descriptor, one byte at the start of a page.</content>
public sealed partial class Kernel
{
    /// <summary>fs/ext4/file.c <c>ext4_file_read_iter</c>: fs/dax.c <c>dax_iomap_rw</c>, or mm/filemap.c <c>filemap_read</c>.</summary>
    private StepResult ReadFile(int slot)
    {
        if (IsShutDown)
        {
            Apply(Rule.FileAccessShutDown);
            return StepResult.Eio;
        }

        Apply(Rule.FileRead);
        if (IsDax)
        {
            var map = new BlockMap(Pages.At(slot), 1);
            LookUpBlocks(ref map);
        }
        else if (Pages.At(slot) < _world.FilePages)
        {
            // One small read at random takes no neighbours along (mm/readahead.c ondemand_readahead).
            _world.CachedPages |= (byte)(1 << slot);
        }

        return StepResult.Ok;
    }

    /// <summary>fs/read_write.c <c>vfs_write</c>, fs/ext4/file.c <c>ext4_file_write_iter</c>.</summary>
    private StepResult WriteFile(int slot)
    {
        if ((FlagsOf(MainMapping) & VmFlags.Shared) == 0)
        {
            Apply(Rule.DescriptorMayNotWrite);
            return StepResult.Ebadf;
        }

        if (WaitsForThaw)
        {
            Apply(Rule.FrozenBlocks);
            return StepResult.Blocked;
        }

        if (IsShutDown)
        {
            Apply(Rule.FileAccessShutDown);
            return StepResult.Eio;
        }

        FileUpdateTime();
        var error = IsDax ? WriteThroughDax(slot) : WriteThroughCache(slot);
        if (error != Errno.None)
        {
            return ResultOf(error);
        }

        if (Pages.At(slot) >= _world.FilePages)
        {
            Apply(Rule.FileExtended);
            _world.FilePages = (ushort)(Pages.At(slot) + 1);
        }

        return StepResult.Ok;
    }

    /// <summary>fs/ext4/file.c <c>ext4_dax_write_iter</c>, fs/dax.c <c>dax_iomap_rw</c>.</summary>
    private Errno WriteThroughDax(int slot)
    {
        var isInside = Pages.At(slot) < _world.FilePages;
        if (!isInside && _profile.ExtendingWrite == ExtendingWrite.HandleFirst && JournalCheckStart() is var started && started != Errno.None)
        {
            return started;
        }

        var map = new BlockMap(Pages.At(slot), 1);
        LookUpBlocks(ref map);
        var isNew = map.State != BlockState.Mapped;
        var error = IomapBegin(ref map, write: true, isInside);
        if (error == Errno.None)
        {
            Apply(Rule.FileWrittenDax);
            if (isNew)
            {
                InvalidatePage(slot);
            }
        }

        return error;
    }

    /// <summary>
    /// mm/truncate.c <c>invalidate_inode_pages2_range</c>, fs/dax.c <c>dax_invalidate_mapping_entry_sync</c>: the page's clean entry goes, and every
    /// mapping of the page but private copies.
    /// </summary>
    private void InvalidatePage(int slot)
    {
        Apply(Rule.NewBlockInvalidates);
        var huge = _world.HugeEntries[Pages.RangeOf(slot)];
        var entry = huge != MappingEntry.None ? huge : _world.Entries[slot];
        if (!IsDirty(entry))
        {
            DeleteEntries(slot);
        }

        UnmapPage(slot, copies: false);
    }

    /// <summary>mm/filemap.c <c>generic_perform_write</c>, fs/ext4/inode.c <c>ext4_da_write_begin</c>.</summary>
    private Errno WriteThroughCache(int slot)
    {
        _world.CachedPages |= (byte)(1 << slot);
        if (!ReserveDelayed(slot))
        {
            return Errno.NoSpace;
        }

        Apply(Rule.FileWrittenCache);
        _world.DirtyPages |= (byte)(1 << slot);
        return Errno.None;
    }
}
