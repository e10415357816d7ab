using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/dax.c: what a fault maps, and the order in which dax_iomap_pmd_fault checks.</summary>
public sealed class DaxFaultTests
{
    [Theory]
    [InlineData(V413, "size=partial geometry=misaligned steps=load@far", "PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS")]
    [InlineData(V61, "size=partial geometry=misaligned steps=load@far", "PUD:FALLBACK PMD:SIGBUS")]
    [InlineData(V413, "size=partial steps=store@far", "PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS")]
    [InlineData(V61, "size=partial steps=store@far", "PUD:FALLBACK PMD:SIGBUS")]
    [InlineData(V413, "size=partial steps=load@far", "PUD:FALLBACK PMD:SIGBUS")]
    [InlineData(V61, "size=partial steps=load@far", "PUD:FALLBACK PMD:SIGBUS")]
    public void The_end_of_the_file_is_checked_first_on_v61_and_after_colour_copy_and_bounds_on_v413__dax_iomap_pmd_fault(
        string kernel, string scenario, string calls)
    {
        var run = Run(scenario, kernel);
        Assert.Equal(calls, run.Handler);
        Assert.Equal("SIGBUS", run.Result);
    }

    [Theory]
    [OnEveryKernel]
    public void SIGBUS_at_PMD_size_counts_no_fallback__dax_iomap_pmd_fault(string kernel)
        => Assert.Equal("0", Run("size=partial steps=load@far", kernel).Fallbacks);

    [Theory]
    [OnEveryKernel]
    public void A_PMD_that_reaches_beyond_the_end_of_the_file_falls_back__dax_iomap_pmd_fault(string kernel)
    {
        var run = Run("size=partial steps=load", kernel);
        Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}", run.Handler);
        Assert.Equal("dax", run.Page);
    }

    [Theory]
    [OnEveryKernel]
    public void A_page_beyond_the_end_of_the_file_is_SIGBUS_at_PTE_size_and_no_counter_of_the_file_moves__dax_iomap_pte_fault(string kernel)
    {
        var run = Run("size=partial mapping=shared thp=nohuge steps=store@beyond", kernel);
        Assert.Equal("SIGBUS", run.Result);
        Assert.Equal(["1", "0", "0"], [run.JournalStarts, run.LookupStarts, run.Blocks]);
    }

    [Theory]
    [InlineData(V413, "hole", "cache")]
    [InlineData(V413, "unwritten", "cache")]
    [InlineData(V61, "hole", "zero")]
    [InlineData(V61, "unwritten", "zero")]
    public void A_load_without_written_blocks_maps_a_cache_page_on_v413_and_the_zero_page_on_v61__dax_load_hole(
        string kernel, string extent, string page)
        => Assert.Equal(page, Run($"extent={extent} thp=nohuge steps=load", kernel).Page);

    [Theory]
    [InlineData(V413, "hole")]
    [InlineData(V413, "unwritten")]
    [InlineData(V61, "hole")]
    [InlineData(V61, "unwritten")]
    public void At_PMD_size_such_a_load_maps_the_huge_zero_page__dax_pmd_load_hole(string kernel, string extent)
    {
        var run = Run($"extent={extent} steps=load", kernel);
        Assert.Equal("hugezero", run.Page);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void A_lookup_shorter_than_the_PMD_falls_back__dax_iomap_pmd_fault(string kernel)
    {
        var run = Run("extent=frag steps=load load@far", kernel);
        Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:NOPAGE")}|PMD:NOPAGE", run.Handler);
        Assert.Equal(kernel == V612 ? "2|0" : "1|0", run.Fallbacks);
    }

    [Theory]
    [OnEveryKernel]
    public void A_private_store_copies_and_leaves_the_blocks_alone__dax_iomap_pte_fault(string kernel)
    {
        foreach (var extent in (string[])["written", "unwritten", "hole", "frag"])
        {
            var run = Run($"extent={extent} steps=store", kernel, Original);
            Assert.Equal($"PUD:FALLBACK {AtPte(kernel, "PTE:DONE_COW")}", run.Handler);
            Assert.Equal(["anon", "0"], [run.Page, run.Blocks]);
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_second_read_of_a_2_MiB_hole_inside_one_fault_finds_the_PMD_taken_and_falls_back__dax_pmd_load_hole(string kernel)
    {
        var twice = new ScriptedHandler((fault, operations) =>
        {
            operations.DaxFault(out _);
            return operations.DaxFault(out _);
        });
        var run = Run("extent=hole mapping=shared_ro steps=mlock", kernel, twice);
        Assert.Equal(["ok", "PUD:FALLBACK PMD:FALLBACK PTE:NOPAGE"], [run.Result, run.Handler]);
        Assert.Equal(["1", "1"], [run.Fallbacks, run.Splits]);
    }
}
