using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/memory.c: the walk down the levels, and the faults at the lowest one.</summary>
public sealed class LevelWalkTests
{
    [Theory]
    [OnEveryKernel]
    public void The_PUD_is_asked_only_while_it_is_empty__handle_mm_fault(string kernel)
        => Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PMD:NOPAGE", Run("mapping=shared steps=load load@far", kernel).Handler);

    [Theory]
    [OnEveryKernel]
    public void A_fault_that_ends_at_the_PUD_leaves_it_empty__create_huge_pud(string kernel)
    {
        var run = Run("fs=ro steps=store store", kernel, Original);
        Assert.Equal("PUD:SIGBUS|PUD:SIGBUS", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void Another_page_in_the_region_fills_the_PUD_of_that_mapping_only__do_anonymous_page(string kernel)
        => Assert.Equal(
            "|PMD:NOPAGE|PUD:FALLBACK PMD:NOPAGE",
            Run("steps=populate-pud load other-load", kernel).Handler);

    [Theory]
    [OnEveryKernel]
    public void A_present_huge_PMD_is_asked_again_only_for_a_write_that_it_forbids__wp_huge_pmd(string kernel)
    {
        var run = Run("mapping=shared steps=load load@near store store@near", kernel);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE||PMD:NOPAGE|", run.Handler);
        Assert.Equal("dax|dax|dax|dax", run.Page);
    }

    [Theory]
    [OnEveryKernel]
    public void Refused_huge_pages_leave_only_the_PTE_size__transparent_hugepage_enabled(string kernel)
    {
        var run = Run("thp=nohuge steps=load load@near", kernel);
        Assert.Equal("PTE:NOPAGE|PTE:NOPAGE", run.Handler);
        Assert.Equal("0|0", run.Fallbacks);
    }

    [Theory]
    [InlineData("v4.13", "misaligned")]
    [InlineData("v4.13", "small")]
    [InlineData("v6.1", "misaligned")]
    [InlineData("v6.1", "small")]
    public void A_mapping_that_fits_no_PMD_is_asked_all_the_same_and_each_fallback_counts__hugepage_vma_check(string kernel, string geometry)
    {
        var run = Run($"geometry={geometry} steps=load", kernel);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE", run.Handler);
        Assert.Equal("1", run.Fallbacks);
    }

    [Theory]
    [InlineData("v4.13", "dontneed")]
    [InlineData("v4.13", "punch")]
    [InlineData("v6.1", "dontneed")]
    [InlineData("v6.1", "punch")]
    [InlineData("v6.1", "extend")]
    public void An_emptied_table_of_PTEs_stays_so_later_faults_there_are_PTE_only__zap_pte_range(string kernel, string emptying)
    {
        var run = Run($"geometry=small steps=load {emptying} load", kernel);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE||PTE:NOPAGE", run.Handler);
        Assert.Equal(PmdState.Table, run.World.MainTables.Pmd(0));
    }

    [Theory]
    [OnEveryKernel]
    public void After_truncate_the_emptied_table_stays_as_well__zap_pte_range(string kernel)
        => Assert.Equal("PTE:NOPAGE", Run("geometry=misaligned steps=load truncate extend load", kernel).LastCalls);

    [Theory]
    [OnEveryKernel]
    public void A_PTE_fault_that_fails_installs_no_table_so_the_PMD_is_asked_again__finish_fault(string kernel)
    {
        var run = Run("size=partial steps=load@beyond load@beyond", kernel);
        var calls = AtPte(kernel, "PTE:SIGBUS");
        Assert.Equal($"PUD:FALLBACK {calls}|{calls}", run.Handler);
        Assert.Equal("SIGBUS|SIGBUS", run.Result);
        Assert.Equal("absent|absent", run.Page);
    }

    [Theory]
    [OnEveryKernel]
    public void A_private_store_on_a_present_PTE_copies_without_the_handler__do_wp_page(string kernel)
    {
        foreach (var strategy in (FaultHandler[])[Original, V2, Zwisler])
        {
            var run = Run("geometry=small steps=load store", kernel, strategy);
            Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}|", run.Handler);
            Assert.Equal("dax|anon", run.Page);
            Assert.Equal("0|0", run.TimeChanged);
        }
    }

    [Theory]
    [InlineData("mapping=shared size=partial steps=store", "PUD:FALLBACK PMD:FALLBACK PMD:FALLBACK PTE:NOPAGE", "4", "2")]
    [InlineData("mapping=shared size=partial steps=other-store", "PUD:FALLBACK PMD:FALLBACK PMD:FALLBACK PTE:NOPAGE", "4", "2")]
    [InlineData("mapping=shared size=partial steps=force", "PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE", "3", "1")]
    [InlineData("mapping=shared size=partial steps=copyin", "PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE", "3", "1")]
    [InlineData("mapping=shared size=partial steps=mlock", "PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE", "0", "1")]
    [InlineData("mapping=shared size=partial thp=nohuge steps=store", "PTE:NOPAGE", "1", "0")]
    [InlineData("mapping=shared size=partial thp=nohuge steps=load store", "PTE:NOPAGE|PTE:NOPAGE", "0|1", "0|0")]
    [InlineData("mapping=shared size=partial steps=store@near dontneed store",
        "PUD:FALLBACK PMD:FALLBACK PMD:FALLBACK PTE:NOPAGE||PTE:NOPAGE", "4|0|1", "2|0|0")]
    [InlineData("mapping=shared size=partial mount=nodax steps=store", "PAGE_MKWRITE", "0", "0")]
    public void On_v612_a_fault_of_the_program_itself_walks_the_levels_again_before_its_handler_is_called_at_PTE_size__vmf_can_call_fault(
        string scenario, string calls, string starts, string fallbacks)
    {
        var run = Run(scenario, V612);
        Assert.Equal([calls, starts, fallbacks], [run.Handler, run.JournalStarts, run.Fallbacks]);
        var isAsked = !scenario.Contains("nodax", StringComparison.Ordinal) && scenario.EndsWith("store", StringComparison.Ordinal);
        Assert.Equal(isAsked, run.Exercised(Rule.VmaLockRetries, run.Result.Count(sign => sign == '|')));
    }

    [Fact]
    public void A_shared_store_inserts_read_only_on_v413_and_the_retry_asks_pfn_mkwrite__dax_insert_mapping()
    {
        var run = Run("mapping=shared geometry=small steps=store store", V413);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE MKWRITE:NOPAGE|", run.Handler);
        Assert.True(run.Exercised(Rule.PteInsertedReadOnly, 0));
    }

    [Fact]
    public void A_shared_store_inserts_writable_on_v61__vmf_insert_mixed_mkwrite()
    {
        var run = Run("mapping=shared geometry=small steps=store store", V61);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE|", run.Handler);
        Assert.False(run.Exercised(Rule.PteInsertedReadOnly, 0));
    }

    [Fact]
    public void A_store_on_a_read_only_PTE_of_storage_asks_pfn_mkwrite_which_on_v61_is_the_fault_handler__wp_pfn_shared()
    {
        var old = Run("mapping=shared thp=nohuge steps=load store", V413);
        Assert.Equal("PTE:NOPAGE|MKWRITE:NOPAGE", old.Handler);
        Assert.Equal("0|0", old.JournalStarts);
        var later = Run("mapping=shared thp=nohuge steps=load store", V61);
        Assert.Equal("PTE:NOPAGE|PTE:NOPAGE", later.Handler);
        Assert.Equal("0|1", later.JournalStarts);
    }

    [Fact]
    public void A_store_to_a_mapped_hole_page_asks_page_mkwrite_which_is_the_fault_handler__wp_page_shared()
    {
        var run = Run("mapping=shared extent=hole geometry=small steps=load store", V413);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE|PTE:NOPAGE MKWRITE:NOPAGE", run.Handler);
        Assert.Equal("cache|dax", run.Page);
        Assert.Equal("0|8", run.Blocks);
    }

    [Fact]
    public void A_store_to_the_mapped_zero_page_asks_pfn_mkwrite__wp_pfn_shared()
    {
        var run = Run("mapping=shared extent=hole geometry=small steps=load store", V61);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE|PTE:NOPAGE", run.Handler);
        Assert.Equal("zero|dax", run.Page);
    }

    [Theory]
    [OnEveryKernel]
    public void An_access_outside_the_VMA_is_SIGSEGV_without_the_handler__bad_area(string kernel)
    {
        var run = Run("mapping=shared geometry=small steps=load@far store@beyond", kernel);
        Assert.Equal("SIGSEGV|SIGSEGV", run.Result);
        Assert.Equal("|", run.Handler);
    }

    [Theory]
    [InlineData("v4.13", "private_ro")]
    [InlineData("v4.13", "shared_ro")]
    [InlineData("v6.1", "shared_rofd")]
    public void A_store_that_the_VMA_forbids_is_SIGSEGV_without_the_handler__access_error(string kernel, string mapping)
    {
        var run = Run($"mapping={mapping} steps=load store", kernel);
        Assert.Equal("ok|SIGSEGV", run.Result);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|", run.Handler);
    }
}
