using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/ext4/mballoc.c, balloc.c: a file system with no free cluster above the reserve.</summary>
public sealed class AllocationTests
{
    /// <summary>Four extents (0-9, 11-39, 41-256, the unwritten rest), and one cluster free that waits for a commit.</summary>
    private const string GapInFourExtents = "fs=full mapping=shared extent=frag size=partial geometry=small";

    [Theory]
    [OnEveryKernel]
    public void Without_a_free_cluster_a_hole_cannot_be_filled_at_any_size__ext4_claim_free_clusters(string kernel)
    {
        var run = Run("fs=full mapping=shared extent=hole steps=force", kernel);
        Assert.Equal(["EIO", "PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS"], [run.Result, run.Handler]);
        Assert.Equal(["3", "2", "0", "1"], [run.JournalStarts, run.LookupStarts, run.Blocks, run.TimeChanged]);
        Assert.True(run.Exercised(Rule.RequestHalved, 0));
    }

    [Theory]
    [OnEveryKernel]
    public void Written_and_preallocated_blocks_need_no_space__ext4_map_blocks(string kernel)
    {
        Assert.Equal("ok|ok", Run("fs=full mapping=shared steps=store store@far", kernel).Result);
        Assert.Equal("ok|ok", Run("fs=full mapping=shared extent=unwritten steps=store store@far", kernel).Result);
    }

    [Theory]
    [OnEveryKernel]
    public void A_freed_block_counts_at_once__ext4_free_blocks(string kernel)
    {
        var run = Run("fs=full mapping=shared geometry=small steps=punch force", kernel);
        Assert.Equal(["ok|ok", "-8|8", "0|1", "0|3"], [run.Result, run.Blocks, run.LookupStarts, run.JournalStarts]);
        Assert.False(run.Exercised(Rule.GapRefilledInPlace, 1));
    }

    [Theory]
    [OnEveryKernel]
    public void After_a_commit_the_gap_is_refilled_in_place_and_merges__ext4_mb_find_by_goal(string kernel)
    {
        var run = Run("fs=full mapping=shared steps=punch fsync store@near store other-load@far", kernel);
        Assert.True(run.Exercised(Rule.GapRefilledInPlace, 3));
        Assert.True(run.Exercised(Rule.ExtentsMerged, 3));
    }

    [Theory]
    [OnEveryKernel]
    public void Punching_the_gap_again_frees_nothing_so_its_place_stays_committed__ext4_mb_find_by_goal(string kernel)
        => Assert.True(Run("mapping=shared extent=frag size=partial steps=punch fsync punch store", kernel).Exercised(Rule.GapRefilledInPlace, 3));

    [Theory]
    [OnEveryKernel]
    public void A_whole_PMD_range_is_filled_from_a_thousand_freed_blocks__ext4_mb_new_blocks(string kernel)
    {
        var run = Run("fs=full mapping=shared steps=truncate extend store@far load@far", kernel);
        Assert.Equal("-8152|0|4096|0", run.Blocks);
        Assert.Equal("||PUD:FALLBACK PMD:NOPAGE|", run.Handler);
    }

    [Fact]
    public void On_v413_the_handler_holds_its_handle_so_no_commit_comes_and_the_leaf_finds_no_block__ext4_should_retry_alloc()
    {
        var run = Run($"{GapInFourExtents} steps=punch store", V413);
        Assert.Equal(["ok|SIGBUS", "-8|0", "0|5", "0|3"], [run.Result, run.Blocks, run.LookupStarts, run.JournalStarts]);
        Assert.True(run.Exercised(Rule.LeafHasNoSpace, 1));
        Assert.True(run.Exercised(Rule.CommitInsideHandle, 1));
        Assert.False(run.Exercised(Rule.CommitFreesPlaces, 1));
    }

    [Theory]
    [InlineData(V413)]
    [InlineData(V61)]
    public void Without_that_handle_the_commit_comes_and_the_store_succeeds__jbd2_journal_force_commit_nested(string kernel)
    {
        var run = Run($"{GapInFourExtents} steps=punch store", kernel, Examples.Never);
        Assert.Equal(["ok|ok", "-8|8", "0|2"], [run.Result, run.Blocks, run.LookupStarts]);
        Assert.True(run.Exercised(Rule.CommitFreesPlaces, 1));
        Assert.True(run.Exercised(Rule.GapRefilledInPlace, 1));
    }

    [Fact]
    public void The_handler_of_v61_tries_again_outside_its_handle_with_one_more_start__ext4_dax_huge_fault()
    {
        var run = Run($"{GapInFourExtents} steps=punch store", V61);
        Assert.Equal(["ok|ok", "-8|8", "0|5", "0|4"], [run.Result, run.Blocks, run.LookupStarts, run.JournalStarts]);
    }

    [Theory]
    [OnEveryKernel]
    public void After_fsync_the_same_store_succeeds_at_the_first_lookup__ext4_sync_file(string kernel)
    {
        var run = Run($"{GapInFourExtents} steps=punch fsync store", kernel);
        Assert.Equal(["ok|ok|ok", "-8|0|8", "0|0|1"], [run.Result, run.Blocks, run.LookupStarts]);
    }

    [Theory]
    [OnEveryKernel]
    public void A_split_takes_its_leaf_from_the_reserve_and_lowers_the_count__ext4_has_free_clusters(string kernel)
    {
        var run = Run("fs=full mapping=shared extent=unwritten thp=nohuge steps=store store@far punch store", kernel);
        Assert.Equal("ok|ok|ok|SIGBUS", run.Result);
        Assert.Equal("0|8|-8|0", run.Blocks);
        Assert.True(run.Exercised(Rule.ReserveUsed, 1));
    }

    [Fact]
    public void Nothing_is_retried_without_a_free_cluster_on_v413_nor_without_pending_blocks_on_v61__ext4_should_retry_alloc()
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var run = Run("fs=full mapping=shared extent=hole thp=nohuge steps=store", kernel);
            Assert.Equal(["1", "1", "SIGBUS"], [run.LookupStarts, run.JournalStarts, run.Result]);
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_punched_block_right_after_the_one_before_it_on_disk_waits_for_a_commit__ext4_mb_find_by_goal(string kernel)
    {
        // Block 10, written, between unwritten ones: an extent of its own, in one run with its neighbours on disk.
        Assert.False(Run("mapping=shared extent=unwritten thp=nohuge steps=store punch store", kernel).Exercised(Rule.GapRefilledInPlace, 2));
        Assert.True(Run("mapping=shared extent=unwritten thp=nohuge steps=store punch fsync store", kernel).Exercised(Rule.GapRefilledInPlace, 3));
    }

    [Fact]
    public void A_punch_that_frees_nothing_leaves_nothing_to_commit_so_nothing_is_retried__ext4_should_retry_alloc()
    {
        // The leaf came from the reserve, so that after the punch no cluster is free; the fsync commits, and the second punch finds a hole.
        var run = Run("fs=full mapping=shared extent=unwritten thp=nohuge steps=store store@far punch fsync punch store", V61);
        Assert.Equal(["ok|ok|ok|ok|ok|SIGBUS", "1|1|0|0|0|1", "1|1|0|0|0|1"], [run.Result, run.LookupStarts, run.JournalStarts]);
    }
}
