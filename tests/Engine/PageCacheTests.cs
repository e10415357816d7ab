using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>mm/filemap.c, fs/ext4/inode.c: the reference, a mount without DAX.</summary>
public sealed class PageCacheTests
{
    [Theory]
    [InlineData("rw", "ok", "1")]
    [InlineData("nojournal", "ok", "1")]
    [InlineData("emergency", "ok", "0")]
    [InlineData("shutdown", "ok", "1")]
    public void Page_mkwrite_starts_no_journal_and_works_whatever_became_of_the_file_system__ext4_page_mkwrite(
        string state, string result, string time)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var run = Run($"mount=nodax fs={state} mapping=shared steps=store", kernel);
            Assert.Equal([result, "PAGE_MKWRITE", "cache"], [run.Result, run.Handler, run.Page]);
            Assert.Equal(["0", "0", time], [run.JournalStarts, run.LookupStarts, run.TimeChanged]);
        }
    }

    [Theory]
    [InlineData(V413, "0")]
    [InlineData(V61, "1")]
    public void An_aborted_journal_stops_the_time_on_v413_only__ext4_abort(string kernel, string time)
    {
        var run = Run("mount=nodax fs=aborted mapping=shared steps=store", kernel);
        Assert.Equal(["ok", time], [run.Result, run.TimeChanged]);
    }

    [Theory]
    [OnEveryKernel]
    public void Page_mkwrite_blocks_on_a_frozen_file_system__sb_start_pagefault(string kernel)
    {
        var run = Run("mount=nodax fs=frozen mapping=shared steps=load store", kernel);
        Assert.Equal(["ok|blocked", "|PAGE_MKWRITE", "cache|-"], [run.Result, run.Handler, run.Page]);
        Assert.Equal("ok", Run("mount=nodax fs=frozen mapping=private steps=store", kernel, Original).Result);
    }

    [Theory]
    [OnEveryKernel]
    public void Only_a_shared_store_calls_a_handler_so_the_question_does_not_arise__filemap_fault(string kernel)
    {
        foreach (var strategy in Shipped.All)
        {
            var run = Run("mount=nodax fs=ro mapping=private steps=load store force copyin mlock", kernel, strategy);
            Assert.Equal("ok|ok|ok|ok|ok", run.Result);
            Assert.Equal(["||||", "cache|anon|anon|anon|anon"], [run.Handler, run.Page]);
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_store_to_a_hole_reserves_a_block_which_shows_at_the_store__ext4_da_reserve_space(string kernel)
    {
        var run = Run("mount=nodax extent=hole mapping=shared steps=store store fsync punch", kernel);
        Assert.Equal("8|0|0|-8", run.Blocks);
        Assert.Equal("PAGE_MKWRITE|||", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void On_a_full_file_system_only_a_hole_fails__ext4_da_reserve_space(string kernel)
    {
        Assert.Equal("SIGBUS", Run("mount=nodax fs=full extent=hole mapping=shared steps=store", kernel).Result);
        Assert.Equal("ok", Run("mount=nodax fs=full extent=unwritten mapping=shared steps=store", kernel).Result);
        Assert.Equal("ok", Run("mount=nodax fs=full extent=written mapping=shared steps=store", kernel).Result);
        Assert.Equal("ok", Run("mount=nodax fs=full extent=hole mapping=private steps=store", kernel).Result);
    }

    [Theory]
    [OnEveryKernel]
    public void Dropping_a_dirty_page_gives_its_reservation_back__ext4_da_page_release_reservation(string kernel)
    {
        var run = Run("mount=nodax extent=hole mapping=shared steps=store truncate", kernel);
        Assert.Equal("8|-8", run.Blocks);
        Assert.True(run.Exercised(Rule.DelayedGivenBack, 1));
    }

    [Theory]
    [OnEveryKernel]
    public void A_read_maps_the_cached_pages_of_the_aligned_window_of_16__do_fault_around(string kernel)
    {
        var run = Run("mount=nodax mapping=shared steps=load", kernel);
        Assert.Equal(PteState.CacheReadOnly, run.World.MainTables.Pte((int)Place.Near));
        Assert.Equal(PteState.None, run.World.MainTables.Pte((int)Place.Far));
        Assert.Equal(PteState.None, run.World.MainTables.Pte((int)Place.Beyond));
    }

    [Theory]
    [InlineData(V413, PteState.None)]
    [InlineData(V61, PteState.CacheReadOnly)]
    public void A_cold_read_maps_the_neighbours_too_only_where_the_fault_is_retried__filemap_fault(string kernel, PteState neighbour)
    {
        var run = Run("mount=nodax extent=hole mapping=shared steps=load", kernel);
        Assert.Equal("cache", run.Page);
        Assert.Equal(neighbour, run.World.MainTables.Pte((int)Place.Near));
    }

    [Theory]
    [OnEveryKernel]
    public void A_cold_read_brings_32_pages_into_the_cache_so_the_next_read_is_warm__do_async_mmap_readahead(string kernel)
    {
        var run = Run("mount=nodax extent=hole mapping=shared steps=load load@near load@far", kernel);
        Assert.True(run.Exercised(Rule.ColdRead, 0));
        Assert.False(run.Exercised(Rule.ColdRead, 1));
        Assert.True(run.Exercised(Rule.ColdRead, 2));
    }

    [Theory]
    [OnEveryKernel]
    public void Mlock_isolates_its_page_so_that_no_neighbour_is_mapped__mlock_fixup(string kernel)
    {
        var run = Run("mount=nodax mapping=shared steps=mlock", kernel);
        Assert.Equal("cache", run.Page);
        Assert.Equal(PteState.None, run.World.MainTables.Pte((int)Place.Near));
    }

    [Theory]
    [OnEveryKernel]
    public void An_mlock_that_failed_leaves_VM_LOCKED_and_dontneed_then_is_EINVAL__madvise_dontneed(string kernel)
    {
        var run = Run("mount=nodax size=partial steps=store mlock@beyond dontneed", kernel);
        Assert.Equal("ok|ENOMEM|EINVAL", run.Result);
        Assert.Equal("anon|absent|absent", run.Page);
        Assert.Equal("ok|ok", Run("mount=nodax steps=mlock dontneed", kernel).Result);
    }

    [Theory]
    [OnEveryKernel]
    public void Writing_back_makes_the_next_store_ask_again__clear_page_dirty_for_io(string kernel)
    {
        var run = Run("mount=nodax mapping=shared steps=store store fsync store", kernel);
        Assert.Equal("PAGE_MKWRITE|||PAGE_MKWRITE", run.Handler);
        Assert.Equal("1|0|0|1", run.TimeChanged);
    }

    [Theory]
    [OnEveryKernel]
    public void A_page_in_a_hole_reserves_one_block_whichever_mapping_dirties_it__ext4_da_reserve_space(string kernel)
        => Assert.Equal("8|0|8|0", Run("mount=nodax mapping=shared extent=hole steps=store other-store other-store@near store@near", kernel).Blocks);

    [Theory]
    [InlineData(V413, "0|0|0|0")]
    [InlineData(V61, "0|0|0|8")]
    public void What_is_written_back_to_unwritten_blocks_becomes_extents_of_its_own__ext4_split_convert_extents(string kernel, string blocks)
        => Assert.Equal(blocks, Run("mount=nodax mapping=shared extent=unwritten steps=store@near store extend fsync", kernel).Blocks);

    [Theory]
    [OnEveryKernel]
    public void A_page_beyond_the_end_of_the_file_is_SIGBUS__filemap_fault(string kernel)
        => Assert.Equal(
            "SIGBUS|SIGBUS|SIGBUS",
            Run("mount=nodax size=partial mapping=shared steps=load@beyond store@beyond other-load@far", kernel).Result);

    [Fact]
    public void After_an_aborted_journal_a_dirty_page_is_not_written_and_stays_writable__ext4_writepages()
    {
        var run = Run("mount=nodax fs=aborted mapping=shared steps=store fsync store", V61);
        Assert.Equal("ok|EROFS|ok", run.Result);
        Assert.Equal("PAGE_MKWRITE||", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void Mlock_isolates_its_page_from_the_pages_before_it_too__mlock_fixup(string kernel)
    {
        var run = Run("mount=nodax mapping=shared steps=mlock@near", kernel);
        Assert.Equal(PteState.None, run.World.MainTables.Pte((int)Place.Target));
        Assert.Equal(PteState.CacheReadOnly, run.World.MainTables.Pte((int)Place.Near));
    }

    [Theory]
    [OnEveryKernel]
    public void What_munlock_finds_beside_a_VMA_with_an_anon_vma_merges_with_it__is_mergeable_anon_vma(string kernel)
    {
        // The forced copy gave the whole mapping its anon_vma before mlock cut page 12 out of it.
        var run = Run("mount=nodax mapping=private_ro steps=force dontneed mlock@near", kernel);
        Assert.True(run.Exercised(Rule.MlockIsolates, 2));
        Assert.False(run.Exercised(Rule.MunlockLeavesCut, 2));
    }

    [Theory]
    [InlineData(V413)]
    [InlineData(V61)]
    public void Each_page_written_back_to_unwritten_blocks_becomes_a_written_extent__ext4_map_blocks(string kernel)
    {
        // 0-9, 10, 11-299, 300, the rest: a fifth extent, and a leaf for it.
        var run = Run("mount=nodax mapping=shared extent=unwritten steps=store@beyond store fsync", kernel);
        Assert.Equal("0|0|8", run.Blocks);
    }
}
