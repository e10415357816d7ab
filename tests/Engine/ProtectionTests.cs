using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/mprotect.c, mm/mremap.c, mm/msync.c: steps on the main mapping as a whole.</summary>
public sealed class ProtectionTests
{
    [Theory]
    [OnEveryKernel]
    public void A_dirty_PTE_of_a_shared_mapping_becomes_writable_without_a_fault__can_change_pte_writable(string kernel)
    {
        var run = Run("mapping=shared thp=nohuge steps=store mprotect-ro store mprotect-rw store", kernel);
        Assert.Equal("ok|ok|SIGSEGV|ok|ok", run.Result);
        Assert.Equal("", run.LastCalls);
    }

    [Theory]
    [InlineData(V413, "MKWRITE:NOPAGE")]
    [InlineData(V61, "PTE:NOPAGE")]
    [InlineData(V612, "PTE:NOPAGE")]
    public void A_clean_one_asks_the_handler(string kernel, string calls)
    {
        Assert.Equal(calls, Run("mapping=shared thp=nohuge steps=load mprotect-ro mprotect-rw store", kernel).LastCalls);
        Assert.Equal(calls, Run("mapping=shared thp=nohuge steps=store fsync mprotect-ro mprotect-rw store", kernel).LastCalls);
    }

    [Theory]
    [InlineData(V413, "PMD:NOPAGE")]
    [InlineData(V61, "PMD:NOPAGE")]
    [InlineData(V612, "")]
    public void A_dirty_huge_PMD_does_so_on_v612_alone__change_huge_pmd(string kernel, string calls)
        => Assert.Equal(calls, Run("mapping=shared steps=store mprotect-ro mprotect-rw store", kernel).LastCalls);

    [Fact]
    public void A_child_finds_its_shared_PTEs_clean__copy_one_pte()
        => Assert.Equal("MKWRITE:NOPAGE", Run("mapping=shared thp=nohuge steps=store fork mprotect-ro mprotect-rw store", V413).LastCalls);

    [Theory]
    [InlineData("mapping=shared_rofd steps=mprotect-ro mprotect-rw", "ok|EACCES")]
    [InlineData("mapping=shared_ro steps=store mprotect-rw store", "SIGSEGV|ok|ok")]
    [InlineData("mapping=private_ro steps=store mprotect-rw store", "SIGSEGV|ok|ok")]
    [InlineData("mapping=private steps=store mprotect-ro store load", "ok|ok|SIGSEGV|ok")]
    public void What_a_mapping_permits_follows_mprotect__do_mprotect_pkey(string scenario, string result)
        => Assert.All(Kernels.Observed, kernel => Assert.Equal(result, Run(scenario, kernel.Name).Result));

    [Theory]
    [InlineData(V413, "ok|oops")]
    [InlineData(V61, "ok|ok|ok")]
    [InlineData(V612, "ok|ok|ok")]
    public void A_huge_PMD_is_split_by_mremap_and_on_v413_taken_for_a_table__move_page_tables(string kernel, string result)
    {
        var run = Run("mapping=shared steps=store mremap load", kernel);
        Assert.Equal(result, run.Result);
        Assert.Equal(kernel == V413 ? "0|0" : "0|1|0", run.Splits);
    }

    [Theory]
    [OnEveryKernel]
    public void PTEs_move_and_their_table_reaches_into_the_next_range__move_page_tables(string kernel)
    {
        var run = Run("mapping=private_ro geometry=misaligned steps=load@far mremap load@far load", kernel);
        Assert.Equal("dax|absent|dax|dax", run.Page);
        Assert.Equal("PTE:NOPAGE", run.LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void A_mapping_that_is_shifted_maps_no_huge_page_until_it_is_shifted_back(string kernel)
    {
        Assert.StartsWith("PUD:FALLBACK PMD:FALLBACK", Run("steps=mremap load", kernel).LastCalls, StringComparison.Ordinal);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE", Run("steps=mremap mremap load", kernel).LastCalls);
    }

    [Fact]
    public void More_than_one_VMA_is_not_moved__vma_to_resize()
        => Assert.Equal("ENOMEM|EFAULT", Run("mount=nodax size=partial steps=mlock@beyond mremap", V61).Result);

    [Fact]
    public void A_locked_VMA_that_becomes_writable_is_populated__mprotect_fixup()
    {
        var run = Run("mount=nodax mapping=private_ro size=partial steps=mlock@beyond extend mprotect-rw load@beyond", V61);
        Assert.Equal("anon", run.LastPage);
    }

    [Theory]
    [InlineData("mapping=shared steps=store msync store", false)]
    [InlineData("mapping=shared_rofd steps=other-store msync other-store", true)]
    public void Only_a_shared_mapping_is_synced__msync(string scenario, bool isWritableStill)
        => Assert.All(Kernels.Observed, kernel => Assert.Equal(isWritableStill, Run(scenario, kernel.Name).LastCalls.Length == 0));

    [Theory]
    [InlineData("msync", true)]
    [InlineData("fsync", false)]
    public void Msync_ends_where_the_mapping_does(string sync, bool isDirtyStill)
        => Assert.Equal(
            isDirtyStill,
            Run($"mount=nodax mapping=shared geometry=small extent=hole steps=write@far {sync} freeze", V61).Exercised(Rule.CacheWrittenBack, 2));
}
