using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/dax.c: mapping entries, which all mappings of the file share.</summary>
public sealed class DaxEntryTests
{
    [Theory]
    [OnEveryKernel]
    public void Any_PTE_entry_in_the_range_makes_a_PMD_fault_fall_back_also_through_another_mapping__grab_mapping_entry(string kernel)
    {
        var conflict = $"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}";
        Assert.Equal(conflict, Run("mapping=private steps=store other-load", kernel).LastCalls);
        Assert.Equal(conflict, Run("mapping=private steps=store other-load@near", kernel).LastCalls);
        Assert.Equal(conflict, Run("mapping=private steps=store other-load@beyond", kernel).LastCalls);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE", Run("mapping=private steps=store other-load@far", kernel).LastCalls);
    }

    [Theory]
    [InlineData(V413, "cache")]
    [InlineData(V61, "zero")]
    public void An_empty_entry_left_by_a_failed_fault_conflicts_as_well__grab_mapping_entry(string kernel, string page)
    {
        var run = Run("fs=full mapping=shared extent=hole steps=store load", kernel);
        Assert.Equal("SIGBUS|ok", run.Result);
        Assert.Equal("PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS|PMD:FALLBACK PTE:NOPAGE", run.Handler);
        Assert.Equal($"absent|{page}", run.Page);
        Assert.Equal("hugezero", Run("fs=full mapping=shared extent=hole steps=load", kernel).Page);
    }

    [Theory]
    [OnEveryKernel]
    public void A_PMD_entry_with_storage_stays_when_a_PTE_fault_comes__grab_mapping_entry(string kernel)
    {
        var run = Run("mapping=private steps=load store other-load", kernel);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE", run.LastCalls);
        Assert.True(run.Exercised(Rule.PmdEntryServesPte, 1));
        Assert.Equal(MappingEntry.None, run.World.EntryAt((int)Place.Target));
    }

    [Theory]
    [OnEveryKernel]
    public void An_empty_PMD_entry_is_deleted_by_a_PTE_fault__grab_mapping_entry(string kernel)
    {
        var run = Run("mapping=private extent=frag steps=load", kernel);
        Assert.Equal(MappingEntry.None, run.World.HugeEntryAt(0));
        Assert.NotEqual(MappingEntry.None, run.World.EntryAt((int)Place.Target));
    }

    [Theory]
    [OnEveryKernel]
    public void A_zero_PMD_entry_deleted_by_a_PTE_fault_is_unmapped_in_every_mapping__grab_mapping_entry(string kernel)
    {
        const string Silent = "mapping=private extent=hole steps=other-load load other-load";
        const string Unmapped = "mapping=private extent=hole steps=other-load load store other-load";
        Assert.Equal("", Run(Silent, kernel).LastCalls);
        var run = Run(Unmapped, kernel);
        Assert.Equal(AtPte(kernel, "PTE:NOPAGE"), run.LastCalls);
        Assert.Equal("hugezero|hugezero|anon", run.Page[..run.Page.LastIndexOf('|')]);
    }

    [Theory]
    [OnEveryKernel]
    public void A_block_that_replaces_the_huge_zero_page_unmaps_it_in_every_mapping__dax_insert_mapping_entry(string kernel)
    {
        var run = Run("mapping=shared extent=hole steps=other-load store other-load", kernel);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PUD:FALLBACK PMD:NOPAGE|PMD:NOPAGE", run.Handler);
        Assert.Equal("hugezero|dax|dax", run.Page);
    }

    [Theory]
    [InlineData(V413, "cache|dax|dax")]
    [InlineData(V61, "zero|dax|dax")]
    public void A_block_that_replaces_a_hole_unmaps_its_page_in_every_mapping__dax_insert_mapping_entry(string kernel, string pages)
    {
        var run = Run("mapping=shared extent=hole thp=nohuge steps=other-load store other-load", kernel);
        Assert.Equal(pages, run.Page);
        Assert.Equal("PTE:NOPAGE", run.LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void A_block_that_replaces_a_hole_leaves_private_copies_alone__dax_insert_mapping_entry(string kernel)
    {
        var run = Run("mapping=private extent=hole thp=nohuge steps=load store other-load other-store load", kernel);
        Assert.Equal("anon", run.LastPage);
        Assert.Equal("", run.LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void Punching_one_page_deletes_the_whole_PMD_entry__dax_delete_mapping_entry(string kernel)
    {
        Assert.Equal(MappingEntry.Dirty, Run("mapping=shared steps=store", kernel).World.HugeEntryAt(0));
        var run = Run("mapping=shared steps=store punch", kernel);
        Assert.Equal(MappingEntry.None, run.World.HugeEntryAt(0));
        Assert.True(run.Exercised(Rule.PmdEntryDeletedWhole, 1));
    }

    [Theory]
    [InlineData(V413, MappingEntry.Clean)]
    [InlineData(V61, MappingEntry.Dirty)]
    public void Which_faults_dirty_an_entry__dax_insert_mapping_entry(string kernel, MappingEntry afterLoad)
    {
        Assert.Equal(afterLoad, Run("mapping=shared steps=load", kernel).World.HugeEntryAt(0));
        Assert.Equal(MappingEntry.Dirty, Run("mapping=shared steps=store", kernel).World.HugeEntryAt(0));
        Assert.Equal(afterLoad, Run("mapping=shared thp=nohuge steps=load", kernel).World.EntryAt((int)Place.Target));
    }

    [Fact]
    public void A_PTE_made_writable_by_pfn_mkwrite_has_a_dirty_entry__dax_pfn_mkwrite()
    {
        var run = Run("mapping=shared thp=nohuge steps=load store", V413);
        Assert.Equal(MappingEntry.Dirty, run.World.EntryAt((int)Place.Target));
        Assert.True(run.Exercised(Rule.PfnMkWriteDirties, 1));
    }
}
