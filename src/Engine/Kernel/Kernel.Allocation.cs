namespace Compare.Engine;

/// <content>fs/ext4/mballoc.c, fs/ext4/balloc.c: blocks taken and given back.</content>
public sealed partial class Kernel
{
    private const int SectorsPerBlock = 8;

    /// <summary>The part of fs/ext4/extents.c <c>ext4_ext_map_blocks</c> that allocates.</summary>
    private Errno FillHole(ref BlockMap map, bool leafMayUseReserve)
    {
        // mballoc.c ext4_mb_new_blocks: halved until it fits.
        var length = map.Length;
        while (length > 0 && !ClaimClusters(length, mayUseReserve: false))
        {
            Apply(Rule.RequestHalved);
            length /= 2;
        }

        if (length == 0)
        {
            Apply(Rule.NoSpace);
            return Errno.NoSpace;
        }

        var extent = new Extent(map.Block, length, PlaceFor(map.Block, length), unwritten: false);
        if (!InsertExtent(extent, merges: true, leafMayUseReserve))
        {
            ReleaseClusters(length);
            return Errno.NoSpace;
        }

        Apply(Rule.HoleFilled);
        NoteAllocation();
        _effects.SectorsDelta += length * SectorsPerBlock;
        _world.CachedHoles &= ~HoleSegments.Between(extent.Start, extent.End);
        map.Length = length;
        map.State = BlockState.Mapped;
        map.IsAligned = extent.IsAligned;
        return Errno.None;
    }

    /// <summary>
    /// mballoc.c <c>ext4_mb_normalize_request</c>, <c>ext4_mb_find_by_goal</c>: a gap is filled in its place on disk if that is free and
    /// committed; a whole PMD range goes to an aligned place; anything else to the preallocation of its PMD range.
    /// </summary>
    private int PlaceFor(int block, int length)
    {
        ref var extents = ref _world.Extents;
        var index = extents.Find(block);
        if (index >= 0 && extents[index].End == block)
        {
            var closesGap = index + 1 < extents.Count && extents[index + 1].Start == block + length;
            if (closesGap && _world.TargetPlacePending == 0)
            {
                Apply(Rule.GapRefilledInPlace);
                return extents[index].Place;
            }
        }

        if (length == Pages.PerPmd)
        {
            return Extent.AlignedPlace;
        }

        // The inode's preallocation covers the rest of the PMD range, so blocks allocated there one by one are contiguous; but
        // not a block whose old place waits for a commit.
        var place = Extent.AlignedPlace + 1 + (block / Pages.PerPmd);
        var oldPlacePending = index >= 0 && extents[index].End == block && extents[index].Place == place && _world.TargetPlacePending != 0;
        return oldPlacePending ? place + Pages.Ranges : place;
    }

    /// <summary>fs/ext4/balloc.c <c>ext4_claim_free_clusters</c>, <c>ext4_has_free_clusters</c>.</summary>
    private bool ClaimClusters(int count, bool mayUseReserve)
    {
        if (_world.FreeClusters == World.ManyFreeClusters)
        {
            return true;
        }

        if (_world.FreeClusters < count && !mayUseReserve)
        {
            return false;
        }

        if (_world.FreeClusters < count)
        {
            Apply(Rule.ReserveUsed);
        }

        _world.FreeClusters -= (short)count;
        return true;
    }

    /// <summary>fs/ext4/mballoc.c <c>ext4_free_blocks</c>: counted free at once, usable in their place after a commit.</summary>
    private void FreeBlocks(int count)
    {
        _effects.SectorsDelta -= count * SectorsPerBlock;
        ReleaseClusters(count);
    }

    private void ReleaseClusters(int count)
    {
        if (_world.FreeClusters != World.ManyFreeClusters)
        {
            _world.FreeClusters += (short)count;
        }

        if (HasJournal)
        {
            _world.FreedPending = 1;
        }
    }

    /// <summary>
    /// fs/ext4/extents.c <c>ext4_ext_remove_space</c>: the extents lose the blocks of a range; a split that this needs does not merge.
    /// </summary>
    private void RemoveSpace(int start, int end)
    {
        ref var extents = ref _world.Extents;
        GiveDelayedBack(start, end);
        _world.CachedHoles &= end >= Pages.OfFile
            ? ~HoleSegments.From(start)
            : ~HoleSegments.Between(start, end);
        var last = extents.Find(end - 1);
        if (end < Pages.OfFile && last >= 0 && end - 1 >= extents[last].Start && end < extents[last].End)
        {
            SplitExtentAt(end, extents[last].IsUnwritten, merges: false);
        }

        for (var index = extents.Count - 1; index >= 0 && extents[index].End > start; index--)
        {
            var extent = extents[index];
            if (extent.Start >= end)
            {
                continue;
            }

            if (extent.Start >= start)
            {
                extents.RemoveAt(index);
                FreeBlocks(extent.Length);
            }
            else
            {
                extents.Set(index, extent.Slice(extent.Start, start, extent.IsUnwritten));
                FreeBlocks(extent.End - start);
            }
        }

        if (extents.HasLeaf != 0 && extents.Count == 0)
        {
            // ext4_ext_rm_idx
            extents.HasLeaf = 0;
            FreeBlocks(1);
        }
    }
}
