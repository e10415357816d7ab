using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/ext4/extents.c, extents_status.c: what a lookup finds and what writing does to the extents.</summary>
public sealed class ExtentTests
{
    [Theory]
    [OnEveryKernel]
    public void A_store_at_PMD_size_in_a_hole_allocates_2_MiB__ext4_ext_map_blocks(string kernel)
    {
        var run = Run("mapping=shared extent=hole steps=store store@near store@far", kernel);
        Assert.Equal("4096|0|4096", run.Blocks);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE||PMD:NOPAGE", run.Handler);
    }

    [Theory]
    [OnEveryKernel]
    public void A_store_at_PTE_size_in_a_hole_allocates_one_block__ext4_ext_map_blocks(string kernel)
        => Assert.Equal("8|8|0", Run("mapping=shared extent=hole thp=nohuge steps=store store@near store", kernel).Blocks);

    [Theory]
    [OnEveryKernel]
    public void A_fifth_extent_costs_an_index_block__ext4_ext_grow_indepth(string kernel)
    {
        // 0-9 10 11-521 522 523-1023: two blocks written in a preallocated file.
        var run = Run("mapping=shared extent=unwritten thp=nohuge steps=store store@far", kernel);
        Assert.Equal("0|8", run.Blocks);
        Assert.True(run.Exercised(Rule.LeafAdded, 1));
    }

    [Theory]
    [OnEveryKernel]
    public void A_head_of_fewer_than_8_blocks_is_zeroed_instead_of_split_off__ext4_ext_convert_to_initialized(string kernel)
    {
        // Block 11, between the written 10 and 12, would otherwise be an extent of its own, the fourth of five.
        var run = Run("mapping=shared extent=unwritten thp=nohuge steps=store store@near", kernel);
        Assert.Equal("0|0", run.Blocks);
        Assert.True(run.Exercised(Rule.ZeroedInsteadOfSplit, 1));
        Assert.False(run.Exercised(Rule.ZeroedInsteadOfSplit, 0));
    }

    [Theory]
    [OnEveryKernel]
    public void Nothing_is_zeroed_where_the_extent_reaches_beyond_the_end_of_the_file__ext4_ext_convert_to_initialized(string kernel)
    {
        var run = Run("mapping=shared extent=unwritten size=partial thp=nohuge steps=store store@near", kernel);
        Assert.Equal("0|8", run.Blocks);
        Assert.False(run.Exercised(Rule.ZeroedInsteadOfSplit, 1));
    }

    [Theory]
    [OnEveryKernel]
    public void Converting_a_whole_PMD_range_splits_once_and_allocates_nothing__ext4_ext_convert_to_initialized(string kernel)
    {
        var run = Run("mapping=shared extent=unwritten steps=store store@far load@near", kernel);
        Assert.Equal("0|0|0", run.Blocks);
        Assert.Equal("dax|dax|dax", run.Page);
    }

    [Theory]
    [InlineData(V413, "cache")]
    [InlineData(V61, "zero")]
    public void A_converted_block_is_read_from_storage_and_its_neighbour_is_not__ext4_map_blocks(string kernel, string neighbour)
        => Assert.Equal(
            $"dax|dax|{neighbour}",
            Run("mapping=shared extent=unwritten thp=nohuge steps=store other-load other-load@far", kernel).Page);

    [Theory]
    [OnEveryKernel]
    public void A_leaf_that_a_punch_leaves_with_four_extents_stays__ext4_ext_rm_leaf(string kernel)
    {
        var run = Run("mapping=shared extent=unwritten thp=nohuge steps=store store@far punch", kernel);
        Assert.Equal("0|8|-8", run.Blocks);
    }

    [Theory]
    [OnEveryKernel]
    public void A_leaf_that_a_truncate_leaves_with_one_extent_stays__ext4_ext_rm_leaf(string kernel)
    {
        // Of 1,024 blocks and the leaf, five blocks and the leaf stay: removing never merges up.
        var run = Run("mapping=shared extent=unwritten thp=nohuge steps=store store@far truncate", kernel);
        Assert.Equal("0|8|-8152", run.Blocks);
    }

    [Theory]
    [InlineData(V413, "PMD:FALLBACK PTE:NOPAGE")]
    [InlineData(V61, "PMD:FALLBACK PTE:NOPAGE")]
    [InlineData(V612, "PMD:NOPAGE")]
    public void A_hole_looked_up_is_cached_whole_and_punch_cuts_it_but_on_v612__ext4_es_lookup_extent__ext4_punch_hole(
        string kernel, string calls)
    {
        var cut = Run("extent=hole steps=load punch load", kernel);
        Assert.Equal(calls, cut.LastCalls);
        Assert.Equal(kernel == V612, cut.Exercised(Rule.PunchedHoleCached, 1));
        Assert.Equal("PMD:NOPAGE", Run("extent=hole steps=load dontneed load", kernel).LastCalls);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE", Run("extent=hole steps=punch load", kernel).LastCalls);
        Assert.Equal("PMD:NOPAGE", Run("extent=hole steps=load punch load@far", kernel).LastCalls);
    }

    [Theory]
    [InlineData("fsync store", "0|0|0|0|0")]
    [InlineData("load store", "0|0|0|0|8")]
    public void Four_extents_that_a_refilled_gap_leaves_go_back_into_the_inode_and_free_the_leaf__ext4_ext_try_to_merge_up(
        string end, string blocks)
    {
        // 0-256, 257-521, 522, 523-1023; punch takes block 10 and, for the fifth extent, a leaf. In place, the gap closes again.
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var run = Run($"mapping=shared size=partial thp=nohuge steps=extend store@far punch {end}", kernel);
            Assert.Equal(blocks, run.Blocks);
            Assert.Equal(blocks.EndsWith('0'), run.Exercised(Rule.LeafMergedUp, 4));
        }
    }

    [Theory]
    [OnEveryKernel]
    public void A_leaf_that_was_freed_is_needed_again_for_the_next_fifth_extent__ext4_ext_grow_indepth(string kernel)
    {
        // The store closes the gap and frees the leaf; the second punch takes block 10 and a leaf again, as the first did.
        var run = Run("mapping=shared size=partial thp=nohuge steps=extend store@far punch fsync store punch", kernel);
        Assert.Equal("0|0|0|0|0|0", run.Blocks);
        Assert.True(run.Exercised(Rule.LeafMergedUp, 4));
        Assert.True(run.Exercised(Rule.LeafAdded, 5));
    }

    [Theory]
    [OnEveryKernel]
    public void Nothing_is_zeroed_where_a_whole_extent_is_converted__ext4_ext_convert_to_initialized(string kernel)
    {
        // The five unwritten blocks that truncate left are one extent, and the lookup at PMD size asks for all of them.
        var run = Run("mapping=shared extent=unwritten steps=truncate extend store", kernel);
        Assert.True(run.Exercised(Rule.UnwrittenConverted, 2));
        Assert.False(run.Exercised(Rule.ZeroedInsteadOfSplit, 2));
    }

    [Fact]
    public void Blocks_allocated_elsewhere_make_no_cached_hole_of_a_punched_block__ext4_es_remove_extent()
    {
        // On v4.13 a store looks up once, so a hole found in the cache was there before it.
        var run = Run("mapping=shared extent=hole steps=store punch store@far store", V413);
        Assert.True(run.Exercised(Rule.HoleFilled, 2));
        Assert.False(run.Exercised(Rule.CachedHole, 3));
    }
}
