namespace Compare.Engine;

/// <content>mm/mmap.c, mm/mlock.c: the VMAs that the main mapping is cut into, which only mlock without DAX does.</content>
public sealed partial class Kernel
{
    /// <summary>mm/rmap.c <c>anon_vma_prepare</c>: the VMA that holds the page gets an <c>anon_vma</c>.</summary>
    private static void PrepareAnonVma(ref MappingTables tables, int slot)
    {
        for (var other = 0; other < Pages.Count; other++)
        {
            if (SameVma(in tables, slot, other))
            {
                tables.AnonPages |= (byte)(1 << other);
            }
        }
    }

    /// <summary>Whether two pages lie in one VMA: no cut between them.</summary>
    private static bool SameVma(in MappingTables tables, int left, int right)
    {
        if ((tables.CutsBefore | tables.CutsAfter) == 0)
        {
            return true;
        }

        var (low, high) = Pages.At(left) <= Pages.At(right) ? (Pages.At(left), Pages.At(right)) : (Pages.At(right), Pages.At(left));
        for (var slot = 0; slot < Pages.Count; slot++)
        {
            var page = Pages.At(slot);
            if (((tables.CutsBefore & (1 << slot)) != 0 && page > low && page <= high)
                || ((tables.CutsAfter & (1 << slot)) != 0 && page >= low && page < high))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// mm/mlock.c <c>mlock_fixup</c>: without DAX the page becomes a VMA of its own with <c>VM_LOCKED</c>. A DAX mapping
    /// (<c>VM_SPECIAL</c> by <c>VM_MIXEDMAP</c>; v6.1 <c>vma_is_dax</c>) gets neither.
    /// </summary>
    private void IsolateLockedPage(int slot)
    {
        Apply(Rule.MlockIsolates);
        var bit = (byte)(1 << slot);
        _world.Main.Locked |= bit;
        _world.Main.CutsBefore |= bit;
        _world.Main.CutsAfter |= bit;
    }

    /// <summary>
    /// mm/mlock.c <c>mlock_fixup</c> for <c>munlock</c>, mm/mmap.c <c>vma_merge</c>, <c>is_mergeable_anon_vma</c>: the VMA merges with a neighbour
    /// unless it alone has an <c>anon_vma</c>, which the first copy in it gave it.
    /// </summary>
    private void Munlock(int slot)
    {
        ref var tables = ref _world.Main;
        var bit = (byte)(1 << slot);
        tables.Locked &= (byte)~bit;
        var alone = (tables.AnonPages & bit) != 0;
        if (!alone || NeighbourHasAnonVma(in tables, slot, before: true))
        {
            tables.CutsBefore &= (byte)~bit;
        }

        if (!alone || NeighbourHasAnonVma(in tables, slot, before: false))
        {
            tables.CutsAfter &= (byte)~bit;
        }

        if (tables.CutsBefore != 0 || tables.CutsAfter != 0)
        {
            Apply(Rule.MunlockLeavesCut);
        }
    }

    /// <summary>
    /// mm/mprotect.c <c>mprotect_fixup</c>, mm/mmap.c <c>vma_merge</c>: with one protection again, each VMA merges with the one before it unless
    /// it alone has an <c>anon_vma</c>; a locked one merges with none.
    /// </summary>
    private static void MergeVmas(ref MappingTables tables)
    {
        for (var slot = 0; slot < Pages.Count; slot++)
        {
            var bit = (byte)(1 << slot);
            if ((tables.Locked & bit) != 0)
            {
                continue;
            }

            if ((tables.CutsBefore & bit) != 0
                && ((tables.AnonPages & bit) == 0 || NeighbourHasAnonVma(in tables, slot, before: true)))
            {
                tables.CutsBefore &= (byte)~bit;
            }

            if ((tables.CutsAfter & bit) != 0
                && ((tables.AnonPages & bit) != 0 || !NeighbourHasAnonVma(in tables, slot, before: false)))
            {
                tables.CutsAfter &= (byte)~bit;
            }

            if ((tables.AnonPages & bit) != 0)
            {
                PrepareAnonVma(ref tables, slot);
            }
        }
    }

    /// <summary>Whether the VMA next to a page has an <c>anon_vma</c>; told by the nearest modelled page on that side.</summary>
    private static bool NeighbourHasAnonVma(in MappingTables tables, int slot, bool before)
    {
        var nearest = -1;
        for (var other = 0; other < Pages.Count; other++)
        {
            var distance = before ? Pages.At(slot) - Pages.At(other) : Pages.At(other) - Pages.At(slot);
            if (distance > 0 && (nearest < 0 || distance < Math.Abs(Pages.At(slot) - Pages.At(nearest))))
            {
                nearest = other;
            }
        }

        return nearest >= 0 && (tables.AnonPages & (1 << nearest)) != 0;
    }
}
