namespace Compare.Engine;

/// <content>fs/ext4/extents.c: converting and splitting.</content>
public sealed partial class Kernel
{
    /// <summary>Blocks that are zeroed rather than split off: <c>s_extent_max_zeroout_kb</c>, 32 KiB.</summary>
    private const int MaxZeroout = 8;

    /// <summary>fs/ext4/extents.c <c>ext4_ext_convert_to_initialized</c>: a leaf block that it needs may come from the reserve.</summary>
    private void ConvertToInitialized(ref BlockMap map)
    {
        Apply(Rule.UnwrittenConverted);
        NoteAllocation();
        ref var extents = ref _world.Extents;
        var index = extents.Find(map.Block);
        var extent = extents[index];
        map.State = BlockState.Mapped;
        if (TransferToNeighbour(index, map.Block, map.Length))
        {
            return;
        }

        var endOfFile = Math.Max(_world.FilePages, map.Block + map.Length);
        var allocated = extent.End - map.Block;
        var start = map.Block;
        var length = map.Length;
        if (extent.End <= endOfFile && allocated > length)
        {
            if (allocated <= MaxZeroout)
            {
                Apply(Rule.ZeroedInsteadOfSplit);
                length = allocated;
            }

            if (start - extent.Start + length < MaxZeroout)
            {
                Apply(Rule.ZeroedInsteadOfSplit);
                length += start - extent.Start;
                start = extent.Start;
            }
        }

        SplitExtent(start, length);
    }

    /// <summary>The short cut of <c>ext4_ext_convert_to_initialized</c>: the blocks join a written neighbour that they touch.</summary>
    private bool TransferToNeighbour(int index, int block, int length)
    {
        ref var extents = ref _world.Extents;
        var extent = extents[index];
        if (length >= extent.Length)
        {
            return false;
        }

        if (block == extent.Start)
        {
            if (index == 0 || extents[index - 1] is not { IsUnwritten: false } left || left.End != block || left.Place != extent.Place)
            {
                return false;
            }

            extents.Set(index - 1, left.Slice(left.Start, block + length, unwritten: false));
            extents.Set(index, extent.Slice(block + length, extent.End, unwritten: true));
            return true;
        }

        if (block + length != extent.End || index + 1 >= extents.Count
            || extents[index + 1] is not { IsUnwritten: false } right || right.Start != extent.End || right.Place != extent.Place)
        {
            return false;
        }

        extents.Set(index + 1, right.Slice(block, right.End, unwritten: false));
        extents.Set(index, extent.Slice(extent.Start, block, unwritten: true));
        return true;
    }

    /// <summary>
    /// Writeback of a page over unwritten blocks where direct I/O reads take no lock (<c>dioread_nolock</c>): fs/ext4/extents.c
    /// <c>ext4_split_convert_extents</c> splits without zeroing or merging, and after the write
    /// <c>ext4_convert_unwritten_extents_endio</c> marks the block written.
    /// </summary>
    private void SplitAndMarkWritten(int block)
    {
        ref var extents = ref _world.Extents;
        if (block + 1 < extents[extents.Find(block)].End)
        {
            SplitExtentAt(block + 1, unwritten: true, merges: false);
        }

        SplitExtentAt(block, unwritten: true, merges: false);
        SplitExtentAt(block, unwritten: false, merges: true);
    }

    /// <summary>fs/ext4/extents.c <c>ext4_split_extent</c> for a conversion: the part named becomes written.</summary>
    private void SplitExtent(int start, int length)
    {
        ref var extents = ref _world.Extents;
        var extent = extents[extents.Find(start)];
        if (start + length < extent.End)
        {
            // EXT4_GET_BLOCKS_PRE_IO: the first of the two splits does not merge.
            SplitExtentAt(start + length, unwritten: true, merges: false);
        }

        SplitExtentAt(start, unwritten: false, merges: true);
    }

    /// <summary>fs/ext4/extents.c <c>ext4_split_extent_at</c>.</summary>
    /// <param name="block">Where the second part begins.</param>
    /// <param name="unwritten">Whether the second part is unwritten; the first stays what the extent is.</param>
    /// <param name="merges">Whether the parts may merge with their neighbours.</param>
    private void SplitExtentAt(int block, bool unwritten, bool merges)
    {
        ref var extents = ref _world.Extents;
        var index = extents.Find(block);
        var extent = extents[index];
        if (block == extent.Start)
        {
            extents.Set(index, extent.Slice(extent.Start, extent.End, unwritten));
            if (merges)
            {
                TryToMerge(index);
            }

            return;
        }

        Apply(Rule.ExtentSplit);
        extents.Set(index, extent.Slice(extent.Start, block, extent.IsUnwritten));

        // Metadata for a split is taken from the reserve where it must (EXT4_GET_BLOCKS_METADATA_NOFAIL), so this does not fail.
        InsertExtent(extent.Slice(block, extent.End, unwritten), merges, mayUseReserve: true);
    }

    /// <summary>fs/ext4/extents.c <c>ext4_ext_insert_extent</c>.</summary>
    /// <param name="extent">The new extent.</param>
    /// <param name="merges">Whether it may merge with its neighbours.</param>
    /// <param name="mayUseReserve">Whether a leaf block may come from the reserve.</param>
    /// <returns>False where a leaf block is needed and there is no space for it.</returns>
    private bool InsertExtent(Extent extent, bool merges, bool mayUseReserve)
    {
        ref var extents = ref _world.Extents;
        var index = extents.Find(extent.Start);
        if (merges && index >= 0)
        {
            // The search may end left or right of the place: try the nearer neighbour.
            var near = index;
            if (near + 1 < extents.Count && extents[near].End < extent.Start)
            {
                near++;
            }
            else
            {
                if (near > 0 && extent.End < extents[near].Start)
                {
                    near--;
                }

                if (CanMerge(extents[near], extent))
                {
                    extents.Set(near, extents[near].Slice(extents[near].Start, extent.End, extent.IsUnwritten));
                    TryToMerge(near);
                    return true;
                }
            }

            if (CanMerge(extent, extents[near]))
            {
                extents.Set(near, extent.Slice(extent.Start, extents[near].End, extent.IsUnwritten));
                TryToMerge(near);
                return true;
            }
        }

        if (extents.IsFull && !GrowTree(mayUseReserve))
        {
            return false;
        }

        var place = index >= 0 && extent.Start > extents[index].Start ? index + 1 : Math.Max(index, 0);
        extents.Insert(place, extent);
        if (merges)
        {
            TryToMerge(place);
        }

        return true;
    }

    /// <summary>fs/ext4/extents.c <c>ext4_ext_try_to_merge</c>.</summary>
    private void TryToMerge(int index)
    {
        if (index == 0 || !MergeRight(index - 1))
        {
            MergeRight(index);
        }

        MergeUp();
    }

    /// <summary>fs/ext4/extents.c <c>ext4_ext_try_to_merge_right</c>.</summary>
    private bool MergeRight(int index)
    {
        ref var extents = ref _world.Extents;
        var merged = false;
        while (index + 1 < extents.Count && CanMerge(extents[index], extents[index + 1]))
        {
            Apply(Rule.ExtentsMerged);
            extents.Set(index, extents[index].Slice(extents[index].Start, extents[index + 1].End, extents[index].IsUnwritten));
            extents.RemoveAt(index + 1);
            merged = true;
        }

        return merged;
    }

    /// <summary>fs/ext4/extents.c <c>ext4_can_extents_be_merged</c>.</summary>
    private static bool CanMerge(Extent left, Extent right) =>
        left.IsUnwritten == right.IsUnwritten && left.End == right.Start && left.Place == right.Place;

    /// <summary>fs/ext4/extents.c <c>ext4_ext_try_to_merge_up</c>: what fits into the inode goes back there.</summary>
    private void MergeUp()
    {
        ref var extents = ref _world.Extents;
        if (extents.HasLeaf != 0 && extents.Count <= ExtentTree.RootCapacity)
        {
            Apply(Rule.LeafMergedUp);
            extents.HasLeaf = 0;
            FreeBlocks(1);
        }
    }

    /// <summary>fs/ext4/extents.c <c>ext4_ext_grow_indepth</c>: a fifth extent needs a leaf block.</summary>
    private bool GrowTree(bool mayUseReserve)
    {
        if (!ClaimClusters(1, mayUseReserve))
        {
            Apply(Rule.LeafHasNoSpace);
            return false;
        }

        Apply(Rule.LeafAdded);
        _world.Extents.HasLeaf = 1;
        _effects.SectorsDelta += SectorsPerBlock;
        return true;
    }
}
