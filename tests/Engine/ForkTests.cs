using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/memory.c copy_page_range, v6.1 vma_needs_copy: what the child finds in its page tables.</summary>
public sealed class ForkTests
{
    [Fact]
    public void On_v413_the_PTEs_of_every_DAX_mapping_are_copied__copy_page_range()
    {
        Assert.Equal("", Run("mapping=shared thp=nohuge steps=load fork load", V413).LastCalls);
        Assert.Equal("", Run("mapping=private thp=nohuge steps=load fork load", V413).LastCalls);
        Assert.Equal("", Run("mapping=private thp=nohuge steps=other-load fork other-load", V413).LastCalls);
    }

    [Fact]
    public void On_v61_a_mapping_without_an_anon_vma_is_left_to_be_faulted_in_again__vma_needs_copy()
    {
        const string Again = "PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE";
        Assert.Equal(Again, Run("mapping=shared geometry=small steps=load fork load", V61).LastCalls);
        Assert.Equal(Again, Run("mapping=private geometry=small steps=load fork load", V61).LastCalls);
        Assert.Equal(Again, Run("mapping=private geometry=small steps=other-load store fork other-load", V61).LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void A_mapping_with_a_copied_page_is_copied_with_all_its_PTEs__vma_needs_copy(string kernel)
    {
        var run = Run("mapping=private geometry=small steps=load store@near fork load load@near", kernel);
        Assert.Equal("dax|anon|-|dax|anon", run.Page);
        Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}|PTE:DONE_COW|||", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void A_copy_on_write_fault_that_ends_in_SIGBUS_has_set_the_anon_vma__do_cow_fault(string kernel)
    {
        var run = Run("fs=ro mapping=private geometry=small steps=load store@near fork load", kernel, Original);
        Assert.Equal("ok|SIGBUS|ok|ok", run.Result);
        Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}|PTE:SIGBUS||", run.Handler);
    }

    [Theory]
    [InlineData(V413, "PMD:NOPAGE")]
    [InlineData(V61, "PUD:FALLBACK PMD:NOPAGE")]
    public void A_huge_PMD_of_a_file_is_never_copied_and_the_PUD_only_with_the_tables__copy_huge_pmd(string kernel, string calls)
    {
        var run = Run("mapping=shared steps=load fork load", kernel);
        Assert.Equal("ok|ok|ok", run.Result);
        Assert.Equal("dax|-|dax", run.Page);
        Assert.Equal(calls, run.LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void An_empty_table_of_PTEs_is_copied__copy_pmd_range(string kernel)
        => Assert.Equal("PTE:NOPAGE", Run("mapping=private geometry=small steps=store dontneed fork load", kernel).LastCalls);

    [Theory]
    [OnEveryKernel]
    public void An_anonymous_page_in_the_region_keeps_the_PUD_of_the_child_filled__copy_page_range(string kernel)
        => Assert.Equal("PMD:NOPAGE", Run("mapping=shared steps=populate-pud fork load", kernel).LastCalls);

    [Fact]
    public void Shared_PTEs_stay_writable__copy_one_pte()
        => Assert.Equal("", Run("mapping=shared geometry=small steps=store fork store", V413).LastCalls);

    [Theory]
    [OnEveryKernel]
    public void A_copied_page_is_write_protected_and_copied_again_without_the_handler__copy_one_pte(string kernel)
    {
        var run = Run("mapping=private steps=store fork store", kernel, Original);
        Assert.Equal("anon|-|anon", run.Page);
        Assert.Equal("|0|0", run.JournalStarts[1..]);
        Assert.Equal("", run.LastCalls);
        Assert.True(run.Exercised(Rule.WriteProtectedCopy, 2));
    }

    [Fact]
    public void The_parents_huge_PMD_counts_when_something_is_unmapped_later__zap_pmd_range()
    {
        Assert.Equal("0|0|1", Run("mapping=shared steps=load fork punch", V413).Splits);
        Assert.Equal("0|0|1|0", Run("mapping=shared steps=load fork punch punch", V413).Splits);
    }

    [Theory]
    [OnEveryKernel]
    public void Of_a_mapping_that_mlock_cut_only_the_VMA_with_a_copied_page_is_copied__copy_page_range(string kernel)
    {
        var run = Run("mount=nodax mapping=private steps=load mlock@near fork", kernel);
        Assert.Equal(PteState.AnonymousReadOnly, run.World.MainTables.Pte((int)Place.Near));
        Assert.Equal(PteState.None, run.World.MainTables.Pte((int)Place.Target));
    }
}
