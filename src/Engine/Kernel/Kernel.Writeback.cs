namespace Compare.Engine;

/// <content>fs/ext4/fsync.c, fs/ext4/inode.c, fs/dax.c: what is dirty is written, and write-protected.</content>
public sealed partial class Kernel
{
    /// <summary>fs/ext4/fsync.c <c>ext4_sync_file</c>: data, then the commit.</summary>
    /// <param name="pages">Up to which page of the file.</param>
    private StepResult SyncFile(int pages)
    {
        if (IsShutDown)
        {
            Apply(Rule.JournalShutDown);
            return StepResult.Eio;
        }

        if (IsReadOnly)
        {
            Apply(Rule.SyncReadOnly);
            return Has(FileSystemFlags.Aborted) ? StepResult.Erofs : StepResult.Ok;
        }

        if (IsDax)
        {
            WriteBackEntries();
        }
        else
        {
            for (var slot = 0; slot < Pages.Count && Pages.At(slot) < pages; slot++)
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

    /// <summary>fs/ext4/inode.c <c>ext4_writepages</c>: a dirty page gets its block and is write-protected (<c>clear_page_dirty_for_io</c>).</summary>
    /// <returns>An error where any page of the file is dirty and the file system was shut down or its journal aborted: nothing is written then.</returns>
    private Errno WriteBack(int slot)
    {
        if (_world.DirtyPages == 0)
        {
            return Errno.None;
        }

        if (IsShutDown)
        {
            Apply(Rule.ShutDownWritebackFails);
            return Errno.Io;
        }

        if (Has(FileSystemFlags.Aborted))
        {
            Apply(Rule.AbortedWritebackFails);
            return Errno.ReadOnlyFileSystem;
        }

        if ((_world.DirtyPages & (1 << slot)) == 0)
        {
            return Errno.None;
        }

        Apply(Rule.CacheWrittenBack);
        _world.DirtyPages &= (byte)~(1 << slot);
        WriteProtectPage(slot);
        if ((_world.DelayedBlocks & (1 << slot)) != 0)
        {
            // The reservation becomes the block.
            ReleaseDelayed(slot);
        }

        var map = new BlockMap(Pages.At(slot), 1);
        LookUpBlocks(ref map);
        if (map.State == BlockState.Hole)
        {
            // mpage_map_one_extent asks with METADATA_NOFAIL.
            FillHole(ref map, leafMayUseReserve: true);
        }
        else if (map.State == BlockState.Unwritten && _profile.DelayedWriteback == DelayedWriteback.ThroughUnwritten)
        {
            SplitAndMarkWritten(map.Block);
        }
        else if (map.State == BlockState.Unwritten)
        {
            ConvertToInitialized(ref map);
        }

        return Errno.None;
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
        for (var mapping = MainMapping; mapping < MappingCount; mapping++)
        {
            ref var tables = ref Tables(mapping);
            if ((FlagsOf(mapping) & VmFlags.Shared) != 0 && tables.Pmd(range) is PmdState.HugeReadOnly or PmdState.HugeWritable)
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
        for (var mapping = MainMapping; mapping < MappingCount; mapping++)
        {
            ref var tables = ref Tables(mapping);
            if ((FlagsOf(mapping) & VmFlags.Shared) != 0)
            {
                tables.SetPte(slot, WriteProtected(tables.Pte(slot)));
            }
        }
    }
}
