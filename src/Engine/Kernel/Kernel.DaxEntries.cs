namespace Compare.Engine;

/// <content>fs/dax.c: mapping entries. Grabbing one locks it until the fault releases it.</content>
public sealed partial class Kernel
{
    /// <summary>fs/dax.c <c>grab_mapping_entry</c> for a PMD: false where any PTE entry is in the range.</summary>
    private bool GrabPmdEntry(int range)
    {
        foreach (var slot in Pages.InRange(range))
        {
            if (_world.Entries[slot] != MappingEntry.None)
            {
                Apply(Rule.PmdEntryConflicts);
                return false;
            }
        }

        if (_world.HugeEntries[range] == MappingEntry.None)
        {
            _world.HugeEntries[range] = MappingEntry.Empty;
        }

        Take(KernelLock.DaxEntry);
        return true;
    }

    /// <summary>
    /// fs/dax.c <c>grab_mapping_entry</c> for a PTE: a PMD entry with storage stays and serves, an empty or zero one is deleted, and a
    /// zero one unmapped first.
    /// </summary>
    private void GrabPteEntry(int slot)
    {
        var range = Pages.RangeOf(slot);
        var huge = _world.HugeEntries[range];
        if (huge is MappingEntry.Empty or MappingEntry.Zero)
        {
            Apply(Rule.PmdEntryDowngraded);
            if (huge == MappingEntry.Zero)
            {
                Apply(Rule.ZeroPmdUnmapped);
                UnmapRange(range, copies: false);
            }

            _world.HugeEntries[range] = huge = MappingEntry.None;
        }

        if (huge == MappingEntry.None && _world.Entries[slot] == MappingEntry.None)
        {
            _world.Entries[slot] = MappingEntry.Empty;
        }
        else if (huge != MappingEntry.None)
        {
            Apply(Rule.PmdEntryServesPte);
        }

        Take(KernelLock.DaxEntry);
    }

    /// <summary>fs/dax.c <c>dax_insert_mapping_entry</c>, v6.1 <c>dax_insert_entry</c>, for a block of 2 MiB.</summary>
    private void InsertPmdEntry(int range)
    {
        if (_world.HugeEntries[range] == MappingEntry.Zero)
        {
            Apply(Rule.ZeroPmdReplaced);
            UnmapRange(range, copies: false);
        }

        _world.HugeEntries[range] = WithBlock(_world.HugeEntries[range]);
    }

    /// <summary>
    /// fs/dax.c <c>dax_insert_mapping_entry</c>, v6.1 <c>dax_insert_entry</c>, for a block of 4 KiB: replacing a hole unmaps its page in
    /// every mapping.
    /// </summary>
    private void InsertPteEntry(int slot)
    {
        var range = Pages.RangeOf(slot);
        if (_world.HugeEntries[range] != MappingEntry.None)
        {
            _world.HugeEntries[range] = WithBlock(_world.HugeEntries[range]);
            return;
        }

        if (_world.Entries[slot] is MappingEntry.HolePage or MappingEntry.Zero)
        {
            Apply(Rule.HoleReplaced);
            UnmapPage(slot, copies: false);
        }

        _world.Entries[slot] = WithBlock(_world.Entries[slot]);
    }

    private MappingEntry WithBlock(MappingEntry entry)
    {
        if (_frame.IsWrite || _profile.DirtyEntries == DirtyEntries.EveryFault)
        {
            return MappingEntry.Dirty;
        }

        return entry == MappingEntry.Dirty ? MappingEntry.Dirty : MappingEntry.Clean;
    }

    /// <summary>
    /// fs/dax.c <c>dax_delete_mapping_entry</c>: the PTE entry of a page, or the whole PMD entry that covers it.
    /// </summary>
    private void DeleteEntries(int slot)
    {
        var range = Pages.RangeOf(slot);
        if (_world.HugeEntries[range] != MappingEntry.None)
        {
            Apply(Rule.PmdEntryDeletedWhole);
            _world.HugeEntries[range] = MappingEntry.None;
        }

        _world.Entries[slot] = MappingEntry.None;
    }
}
