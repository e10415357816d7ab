using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/huge_memory.c: who splits a huge PMD, and what counts as a split.</summary>
public sealed class HugePageTests
{
    private static readonly FaultHandler NoSplit = Examples.V2NoSplit;

    [Theory]
    [InlineData("store")]
    [InlineData("force")]
    [InlineData("copyin")]
    public void Without_a_split_the_fault_repeats_for_ever_on_v413_also_inside_the_kernel__wp_huge_pmd(string access)
    {
        var run = Run($"mapping=private steps=load {access} load", V413, NoSplit);
        Assert.Equal("ok|livelock", run.Result);
        Assert.Equal("dax|-", run.Page);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PMD:FALLBACK*", run.Handler);
        Assert.Equal(["0|*", "0|*", "0|*", "0|*"], [run.JournalStarts, run.LookupStarts, run.Fallbacks, run.Splits]);
        Assert.Equal(["0|0", "0|0"], [run.TimeChanged, run.Blocks]);
    }

    [Theory]
    [InlineData("store")]
    [InlineData("force")]
    [InlineData("copyin")]
    public void The_core_of_v61_splits_after_a_fallback_so_all_is_well__wp_huge_pmd(string access)
    {
        var run = Run($"mapping=private steps=load {access} load", V61, NoSplit);
        Assert.Equal("ok|ok|ok", run.Result);
        Assert.Equal("dax|anon|anon", run.Page);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PMD:FALLBACK PTE:DONE_COW|", run.Handler);
        Assert.Equal("0|1|0", run.Splits);
        Assert.True(run.Exercised(Rule.CoreSplitsAfterFallback, 1));
    }

    [Theory]
    [InlineData("mapping=private steps=store")]
    [InlineData("mapping=private thp=nohuge steps=load store")]
    [InlineData("mapping=private geometry=small steps=load store")]
    [InlineData("mapping=private steps=load@far store")]
    [InlineData("mapping=shared steps=load store")]
    public void Where_no_private_huge_PMD_is_mapped_v413_needs_no_split__create_huge_pmd(string scenario)
        => Assert.Matches("^ok(.ok)*$", Run(scenario, V413, NoSplit).Result);

    [Theory]
    [OnEveryKernel]
    public void A_private_store_splits_the_huge_PMD_once_whoever_does_it__split_huge_pmd(string kernel)
    {
        foreach (var strategy in Shipped.All)
        {
            var run = Run("mapping=private steps=load store", kernel, strategy);
            Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PMD:FALLBACK PTE:DONE_COW", run.Handler);
            Assert.Equal("0|1", run.Splits);
            Assert.Equal("0|1", run.Fallbacks);
            Assert.Equal("dax|anon", run.Page);
        }
    }

    [Theory]
    [InlineData(V61, "dax|dax", "PMD:SIGBUS", "0|0")]
    [InlineData(V612, "dax|absent", "PMD:SIGBUS", "0|1")]
    public void V612_splits_the_huge_PMD_of_a_private_mapping_before_it_asks_whether_the_store_may_fail__wp_huge_pmd(
        string kernel, string pages, string calls, string splits)
    {
        var run = Run("fs=ro mapping=private steps=load store", kernel, Original);
        Assert.Equal(["ok|SIGBUS", pages, calls, splits], [run.Result, run.Page, run.LastCalls, run.Splits]);
        Assert.Equal(kernel == V612, run.Exercised(Rule.PrivateHugePmdSplits, 1));
        Assert.Equal("PMD:NOPAGE", Run("mapping=shared steps=load store", kernel).LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void A_huge_PMD_of_a_file_is_zapped_by_the_split_and_not_remapped__split_huge_pmd_locked(string kernel)
    {
        var run = Run("mapping=private steps=load store load@near", kernel);
        Assert.Equal("PTE:NOPAGE", run.LastCalls);
        Assert.Equal(PmdState.Table, run.World.MainTables.Pmd(0));
    }

    [Theory]
    [OnEveryKernel]
    public void The_huge_zero_page_is_split_like_storage__split_huge_pmd_locked(string kernel)
    {
        var run = Run("mapping=private extent=hole steps=load store", kernel);
        Assert.Equal("hugezero|anon", run.Page);
        Assert.Equal("0|1", run.Splits);
    }

    [Theory]
    [InlineData(V413, "load punch", "0|1")]
    [InlineData(V413, "load truncate", "0|1")]
    [InlineData(V413, "load load@far truncate", "0|0|1")]
    [InlineData(V413, "load other-load punch", "0|0|2")]
    [InlineData(V413, "load fork punch", "0|0|1")]
    [InlineData(V413, "load fork load truncate", "0|0|0|2")]
    [InlineData(V413, "load fork load fork punch", "0|0|0|0|2")]
    [InlineData(V413, "load@far punch", "0|0")]
    [InlineData(V413, "load extend", "0|0")]
    [InlineData(V413, "load dontneed", "0|0")]
    [InlineData(V61, "load punch", "0|0")]
    [InlineData(V61, "load truncate", "0|0")]
    [InlineData(V61, "load other-load punch", "0|0|0")]
    [InlineData(V61, "load dontneed", "0|0")]
    public void Unmapping_part_of_a_huge_PMD_splits_it_once_per_mapping_and_process__zap_pmd_range(string kernel, string steps, string splits)
        => Assert.Equal(splits, Run($"mapping=private steps={steps}", kernel).Splits);

    [Theory]
    [OnEveryKernel]
    public void Dropping_a_whole_PMD_range_leaves_it_empty_for_the_next_huge_fault__zap_huge_pmd(string kernel)
        => Assert.Equal("PUD:FALLBACK PMD:NOPAGE||PMD:NOPAGE", Run("mapping=shared steps=load dontneed load", kernel).Handler);
}
