using System.Runtime.CompilerServices;

namespace Compare.Engine;

/// <content>mm/memory.c: the walk down the levels.</content>
public sealed partial class Kernel
{
    private Frame _frame;

    /// <summary>
    /// mm/memory.c <c>handle_mm_fault</c>. Only the first try of a program's own fault can be under the VMA lock (arch/x86/mm/fault.c
    /// <c>do_user_addr_fault</c>): the repetition that it asked for takes the mmap lock.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFault HandleMmFault(int mapping, int slot, FaultFlags flags, bool mayRetry)
    {
        _frame = new Frame { Mapping = mapping, Slot = slot, Flags = flags, VmFlags = FlagsOf(mapping), MayRetry = mayRetry };
        _frame.UnderVmaLock = mayRetry && (flags & FaultFlags.User) != 0 && _profile.FaultLock == FaultLock.VmaLockFirst;
        Tell(FaultEventKind.Fault, slot);
        var result = WalkLevels();
        Tell(FaultEventKind.FaultReturn, (int)result);
        return result;
    }

    /// <summary>mm/memory.c <c>__handle_mm_fault</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFault WalkLevels()
    {
        ref var tables = ref Tables(_frame.Mapping);
        if (tables.Pud == 0 && MayBeHuge)
        {
            Apply(Rule.PudEmpty);
            var result = CreateHuge(FaultLevel.Pud);
            if ((result & VmFault.Fallback) == 0)
            {
                return result;
            }
        }

        // pmd_alloc: the PUD is not empty from here on.
        tables.Pud = 1;
        var pmd = tables.Pmd(_frame.Range);
        if (pmd == PmdState.None && MayBeHuge)
        {
            Apply(Rule.PmdEmpty);
            var result = CreateHuge(FaultLevel.Pmd);
            if ((result & VmFault.Fallback) == 0)
            {
                return result;
            }
        }
        else if (IsHuge(pmd))
        {
            if (!_frame.IsWrite || pmd == PmdState.HugeWritable)
            {
                return VmFault.None;
            }

            var result = WriteProtectedHugePmd();
            if ((result & VmFault.Fallback) == 0)
            {
                return result;
            }
        }

        return HandlePteFault();
    }

    /// <summary>include/linux/huge_mm.h <c>transparent_hugepage_enabled</c>; v6.1 mm/huge_memory.c <c>hugepage_vma_check</c>.</summary>
    private bool MayBeHuge
    {
        get
        {
            if (_world.HugePages == HugePages.Refused)
            {
                Apply(Rule.NoHugePage);
                return false;
            }

            return true;
        }
    }

    /// <summary>mm/memory.c <c>create_huge_pud</c>, <c>create_huge_pmd</c>: only a DAX mapping has a <c>huge_fault</c>.</summary>
    private VmFault CreateHuge(FaultLevel level) => IsDax ? CallFaultHandler(level, _frame.Flags) : VmFault.Fallback;

    /// <summary>mm/memory.c <c>wp_huge_pmd</c>.</summary>
    private VmFault WriteProtectedHugePmd()
    {
        Apply(Rule.HugePmdWriteProtected);
        if (_profile.HugePmdWrite == HugePmdWrite.SplitsPrivate && (_frame.VmFlags & (VmFlags.Shared | VmFlags.MayShare)) == 0)
        {
            Apply(Rule.PrivateHugePmdSplits);
            SplitHugePmd(_frame.Mapping, _frame.Range);
            return VmFault.Fallback;
        }

        var result = CallFaultHandler(FaultLevel.Pmd, _frame.Flags);
        if ((result & VmFault.Fallback) != 0 && _profile.FallbackSplit == FallbackSplit.ByCore)
        {
            Apply(Rule.CoreSplitsAfterFallback);
            SplitHugePmd(_frame.Mapping, _frame.Range);
        }

        return result;
    }

    /// <summary>mm/memory.c <c>handle_pte_fault</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private VmFault HandlePteFault()
    {
        ref var tables = ref Tables(_frame.Mapping);
        var pmd = tables.Pmd(_frame.Range);
        if (IsHuge(pmd))
        {
            // pmd_devmap_trans_unstable: somebody else's business, the access comes again.
            Apply(Rule.HugePmdLeft);
            return VmFault.None;
        }

        var pte = pmd == PmdState.Table ? tables.Pte(_frame.Slot) : PteState.None;
        if (pte == PteState.None)
        {
            return DoFault();
        }

        return _frame.IsWrite && !IsWritable(pte) ? DoWriteProtectedPage(pte) : VmFault.None;
    }

    /// <summary>mm/memory.c <c>do_fault</c>; each of the three asks <c>vmf_can_call_fault</c> before all that DAX has of it.</summary>
    private VmFault DoFault()
    {
        if (!CanCallFault())
        {
            return VmFault.Retry;
        }

        if (!_frame.IsWrite)
        {
            return DoReadFault();
        }

        return _frame.IsShared ? DoSharedFault() : DoCowFault();
    }

    /// <summary>mm/memory.c <c>vmf_can_call_fault</c>: not under the VMA lock unless the handlers have <c>map_pages</c>, as those without DAX.</summary>
    private bool CanCallFault()
    {
        if (!_frame.UnderVmaLock || !IsDax)
        {
            return true;
        }

        Apply(Rule.VmaLockRetries);
        return false;
    }

    /// <summary>mm/memory.c <c>do_read_fault</c>.</summary>
    private VmFault DoReadFault()
    {
        Apply(Rule.ReadFault);
        return IsDax ? CallFaultHandler(FaultLevel.Pte, _frame.Flags) : ReadThroughCache();
    }

    /// <summary>mm/memory.c <c>do_cow_fault</c>: <c>anon_vma_prepare</c> comes before the handler.</summary>
    private VmFault DoCowFault()
    {
        Apply(Rule.CowFault);
        PrepareAnonVma(ref Tables(_frame.Mapping), _frame.Slot);
        _frame.HasCowPage = true;
        return IsDax ? CallFaultHandler(FaultLevel.Pte, _frame.Flags) : MapCachedPage(CopiedPage);
    }

    /// <summary>mm/memory.c <c>do_shared_fault</c>.</summary>
    private VmFault DoSharedFault()
    {
        Apply(Rule.SharedFault);
        if (IsDax)
        {
            return CallFaultHandler(FaultLevel.Pte, _frame.Flags);
        }

        var result = FilemapFault();
        return (result & (VmFault.Error | VmFault.Retry)) != 0 ? result : MakeCachedPageWritable(VmFault.None);
    }

    /// <summary>mm/memory.c <c>do_wp_page</c>.</summary>
    private VmFault DoWriteProtectedPage(PteState pte)
    {
        if (_frame.IsShared && _frame.MayMakeWritable && !IsAnonymous(pte))
        {
            if (!CanCallFault())
            {
                return VmFault.Retry;
            }

            return pte == PteState.CacheReadOnly ? WriteProtectedSharedPage() : WriteProtectedSharedPfn();
        }

        // wp_page_copy; wp_page_reuse of a copied page comes to the same.
        Apply(Rule.WriteProtectedCopy);
        PrepareAnonVma(ref Tables(_frame.Mapping), _frame.Slot);
        Install(CopiedPage);
        return VmFault.Write;
    }

    /// <summary>mm/memory.c <c>wp_pfn_shared</c>.</summary>
    private VmFault WriteProtectedSharedPfn()
    {
        Apply(Rule.WriteProtectedPfn);
        return _profile.PfnMkWrite == PfnMkWrite.SeparateHandler
            ? CallMkWrite(HandlerCallKind.PfnMkWrite)
            : CallFaultHandler(FaultLevel.Pte, _frame.Flags | FaultFlags.MkWrite);
    }

    /// <summary>mm/memory.c <c>wp_page_shared</c>, <c>do_page_mkwrite</c>.</summary>
    private VmFault WriteProtectedSharedPage()
    {
        if (IsDax)
        {
            // ext4_dax_vm_ops.page_mkwrite is the fault handler. do_page_mkwrite hides who made the access.
            Apply(Rule.WriteProtectedHolePage);
            return CallFaultHandler(FaultLevel.Pte, FaultFlags.Write | FaultFlags.MkWrite);
        }

        Apply(Rule.WriteProtectedCachePage);
        return MakeCachedPageWritable(VmFault.Write);
    }

    private PteState CopiedPage => _frame.MayMakeWritable ? PteState.AnonymousWritable : PteState.AnonymousReadOnly;

    /// <summary>mm/memory.c <c>alloc_set_pte</c>, <c>insert_pfn</c>, <c>wp_page_reuse</c>: the table is there from now on.</summary>
    private void Install(PteState pte)
    {
        Take(KernelLock.PageTable);
        ref var tables = ref Tables(_frame.Mapping);
        tables.SetPmd(_frame.Range, PmdState.Table);
        tables.SetPte(_frame.Slot, pte);
        Release(KernelLock.PageTable);
    }
}
