namespace Compare.Engine;

/// <content>fs/ext4/inode.c: the block lookup.</content>
public sealed partial class Kernel : ILookupOperations
{
    /// <summary>The lookup of the running DAX fault, while a lookup of the handler's own is asked.</summary>
    private BlockMap _asked;

    private bool _askedForWrite;

    /// <summary>The lookup that the DAX fault was given: a handler's own, or the file system's.</summary>
    private Errno BeginLookup(ref BlockMap map, bool write)
    {
        if (_lookup is not { } lookup)
        {
            return IomapBegin(ref map, write, map.Block + map.Length <= FullPages);
        }

        _asked = map;
        _askedForWrite = write;
        var error = lookup.Begin(write, this);
        map = _asked;
        return error;
    }

    Errno ILookupOperations.JournalStart() => LookupStart();

    void ILookupOperations.JournalStop() => JournalStop();

    Errno ILookupOperations.IomapBegin() => IomapBegin(ref _asked, _askedForWrite, _asked.Block + _asked.Length <= FullPages);

    /// <summary>fs/ext4/inode.c <c>ext4_iomap_begin</c>; v6.1 also <c>ext4_iomap_alloc</c>.</summary>
    /// <param name="map">What is asked for, then what was found.</param>
    /// <param name="write">Whether it is to be written (<c>IOMAP_WRITE</c>).</param>
    /// <param name="isInside">Whether what is to be written ends inside the file.</param>
    private Errno IomapBegin(ref BlockMap map, bool write, bool isInside)
    {
        if (!write)
        {
            LookUpBlocks(ref map);
            return Errno.None;
        }

        if (_profile.WriteLookup == WriteLookup.HandleOnlyToAllocate && isInside)
        {
            LookUpBlocks(ref map);
            if (map.State == BlockState.Mapped)
            {
                Apply(Rule.LookupWithoutHandle);
                return Errno.None;
            }
        }

        return AllocateBlocks(ref map);
    }

    /// <summary>Pages that lie whole inside the file: the last does not in a partial file, nor in one that a write made longer.</summary>
    private int FullPages => _world.FilePages is Pages.OfFile or Pages.OfTruncatedFile ? _world.FilePages : _world.FilePages - 1;

    private Errno AllocateBlocks(ref BlockMap map)
    {
        for (var retries = 0; ; retries++)
        {
            var error = LookupStart();
            if (error != Errno.None)
            {
                return error;
            }

            error = MapBlocks(ref map);
            JournalStop();
            if (error != Errno.NoSpace || !ShouldRetryAllocation(retries))
            {
                return error;
            }
        }
    }

    /// <summary>A start of the journal inside the lookup.</summary>
    private Errno LookupStart()
    {
        _effects.LookupStarts++;
        var error = JournalStart();
        Tell(FaultEventKind.LookupStart, (int)error);
        return error;
    }

    /// <summary>fs/ext4/inode.c <c>ext4_map_blocks</c> without <c>CREATE</c>: the run at a block, from the extent-status tree or the extents.</summary>
    private void LookUpBlocks(ref BlockMap map)
    {
        ref var extents = ref _world.Extents;
        var index = extents.Find(map.Block);
        if (index >= 0 && extents[index] is var extent && map.Block >= extent.Start && map.Block < extent.End)
        {
            map.State = extent.IsUnwritten ? BlockState.Unwritten : BlockState.Mapped;
            map.IsAligned = extent.IsAligned;
            map.Length = Math.Min(map.Length, extent.End - map.Block);
            return;
        }

        // Not cached as a hole: fs/ext4/extents.c ext4_ext_determine_hole, and the whole gap is cached.
        if (!HoleSegments.Contains(_world.CachedHoles, map.Block))
        {
            _world.CachedHoles |= GapAround(map.Block, index);
        }
        else
        {
            Apply(Rule.CachedHole);
        }

        map.State = BlockState.Hole;
        map.IsAligned = false;
        map.Length = Math.Min(map.Length, HoleSegments.EndOf(_world.CachedHoles, map.Block) - map.Block);
    }

    /// <summary>fs/ext4/extents.c <c>ext4_ext_determine_hole</c>: from the extent before, or the block itself, to the next extent.</summary>
    private ulong GapAround(int block, int index)
    {
        ref var extents = ref _world.Extents;
        if (index < 0)
        {
            return HoleSegments.All;
        }

        var near = extents[index];
        if (block < near.Start)
        {
            return HoleSegments.Between(block, near.Start);
        }

        return index + 1 < extents.Count
            ? HoleSegments.Between(near.End, extents[index + 1].Start)
            : HoleSegments.From(near.End);
    }

    /// <summary>
    /// fs/ext4/inode.c <c>ext4_map_blocks</c> with <c>CREATE_ZERO</c>: storage that is there serves, unwritten storage is converted, a
    /// hole is allocated. The lookup before shortens the request to the run found.
    /// </summary>
    private Errno MapBlocks(ref BlockMap map)
    {
        LookUpBlocks(ref map);
        switch (map.State)
        {
            case BlockState.Mapped:
                return Errno.None;
            case BlockState.Unwritten:
                ConvertToInitialized(ref map);
                return Errno.None;
            default:
                return FillHole(ref map, leafMayUseReserve: false);
        }
    }

    private void NoteAllocation()
    {
        if (_handlerHandles == 0 && IsDax)
        {
            _effects.Facts |= StepFacts.AllocatedOutsideHandler;
        }
    }
}

/// <summary>What a block lookup asks for and finds (<c>struct ext4_map_blocks</c>).</summary>
internal struct BlockMap(int block, int length)
{
    /// <summary>First block asked for.</summary>
    public readonly int Block = block;

    /// <summary>Blocks asked for, then blocks found in one run.</summary>
    public int Length = length;

    /// <summary>What the run is.</summary>
    public BlockState State;

    /// <summary>Whether the run lies on disk as aligned to 2 MiB as in the file.</summary>
    public bool IsAligned;
}

/// <summary>What a run of blocks is.</summary>
internal enum BlockState : byte
{
    /// <summary>Nothing allocated.</summary>
    Hole,

    /// <summary>Allocated, reads as zeroes.</summary>
    Unwritten,

    /// <summary>Allocated and written.</summary>
    Mapped,
}
