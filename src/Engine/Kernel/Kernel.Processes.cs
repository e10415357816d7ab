namespace Compare.Engine;

/// <content>kernel/fork.c, mm/memory.c, mm/madvise.c: steps that work on the address space.</content>
public sealed partial class Kernel
{
    /// <summary>kernel/fork.c <c>dup_mmap</c>; the child goes on, the parent's huge PMDs stay mapped.</summary>
    private StepResult Fork()
    {
        for (var mapping = MainMapping; mapping <= OtherMapping; mapping++)
        {
            for (var range = 0; range < Pages.Ranges && _world.HasParent != 0; range++)
            {
                if (IsHuge(Tables(MappingsOfProcess + mapping).Pmd(range)))
                {
                    _world.Ancestors[(mapping * Pages.Ranges) + range]++;
                }
            }

            WriteProtectCopies(ref Tables(mapping));
            Tables(MappingsOfProcess + mapping) = Tables(mapping);
            CopyPageRange(ref Tables(mapping), (FlagsOf(mapping) & VmFlags.Shared) != 0);
        }

        _world.HasParent = 1;
        if (_world.Main.PudPopulated != 0)
        {
            // The anonymous page in the main mapping's region has an anon_vma and is copied.
            _world.Main.Pud = 1;
        }

        return StepResult.Ok;
    }

    /// <summary>kernel/exit.c <c>do_exit</c>, <c>exit_mmap</c>: the child's mappings go, the parent's are as it left them.</summary>
    private StepResult ExitChild()
    {
        Apply(Rule.ChildExits);
        (_world.Main, _world.Other) = (_world.ParentMain, _world.ParentOther);
        (_world.ParentMain, _world.ParentOther, _world.HasParent) = (default, default, 0);
        return StepResult.Ok;
    }

    /// <summary>mm/memory.c <c>copy_present_pte</c>: private copies become read-only in both processes.</summary>
    private static void WriteProtectCopies(ref MappingTables tables)
    {
        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (IsAnonymous(tables.Pte(slot)))
            {
                tables.SetPte(slot, PteState.AnonymousReadOnly);
            }
        }
    }

    /// <summary>mm/memory.c <c>copy_page_range</c>, v6.1 <c>vma_needs_copy</c>, and <c>copy_huge_pmd</c>, which skips a huge PMD of a file.</summary>
    /// <param name="tables">The child's tables, which are the parent's before.</param>
    /// <param name="isShared">Whether the mapping is shared: the child's entries are clean then.</param>
    private void CopyPageRange(ref MappingTables tables, bool isShared)
    {
        var everyDaxMapping = IsDax && _profile.ForkCopy == ForkCopy.EveryDaxMapping;
        tables.Locked = 0;
        if (!everyDaxMapping && tables.AnonPages == 0)
        {
            Apply(Rule.ForkSkipsTables);
            tables = new MappingTables
            {
                Kind = tables.Kind,
                Shift = tables.Shift,
                PudPopulated = tables.PudPopulated,
                CutsBefore = tables.CutsBefore,
                CutsAfter = tables.CutsAfter,
            };
            return;
        }

        Apply(Rule.ForkCopiesTables);
        for (var range = 0; range < Pages.Ranges; range++)
        {
            if (IsHuge(tables.Pmd(range)))
            {
                Apply(Rule.ForkSkipsHugePmd);
                tables.SetPmd(range, PmdState.None);
            }
        }

        for (var slot = 0; slot < Pages.Count; slot++)
        {
            if (!IsAnonymous(tables.Pte(slot)) && !everyDaxMapping && (tables.AnonPages & (1 << slot)) == 0)
            {
                // This VMA of the mapping has no anon_vma of its own.
                tables.SetPte(slot, PteState.None);
            }
        }

        if (isShared)
        {
            tables.Dirty = 0;
        }
    }

    /// <summary>mm/mmap.c, mm/memory.c <c>do_anonymous_page</c>: a page of its own in the main mapping's 1 GiB region fills the PUD.</summary>
    private StepResult PopulatePud()
    {
        Apply(Rule.PudPopulated);
        _world.Main.PudPopulated = 1;
        _world.Main.Pud = 1;
        return StepResult.Ok;
    }

    /// <summary>
    /// mm/madvise.c <c>madvise_dontneed</c>, VMA by VMA: one that is locked ends it with EINVAL, after what lies before it is gone.
    /// </summary>
    private StepResult DontNeed()
    {
        ref var tables = ref _world.Main;
        var firstLocked = int.MaxValue;
        foreach (var slot in Pages.InRange(0))
        {
            if (IsInside(slot) && (tables.Locked & (1 << slot)) != 0)
            {
                firstLocked = Math.Min(firstLocked, Pages.At(slot));
            }
        }

        Apply(Rule.DontNeedZaps);
        if (IsHuge(tables.Pmd(0)))
        {
            tables.SetPmd(0, PmdState.None);
        }

        foreach (var slot in Pages.InRange(0))
        {
            if (Pages.At(slot) < firstLocked)
            {
                ZapPte(ref tables, slot, copies: true);
            }
        }

        if (firstLocked == int.MaxValue)
        {
            return StepResult.Ok;
        }

        Apply(Rule.DontNeedLocked);
        return StepResult.Einval;
    }
}
