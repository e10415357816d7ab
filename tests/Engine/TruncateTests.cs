using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/ext4/inode.c, mm/truncate.c: punch, truncate, extend.</summary>
public sealed class TruncateTests
{
    [Theory]
    [InlineData(V413, "punch", "")]
    [InlineData(V413, "extend", "")]
    [InlineData(V61, "punch", "PMD:NOPAGE")]
    [InlineData(V61, "extend", "PMD:NOPAGE")]
    public void Every_change_unmaps_the_whole_file_first_on_v61_and_only_its_own_range_on_v413__ext4_break_layouts(
        string kernel, string change, string calls)
        => Assert.Equal(calls, Run($"mapping=shared steps=load@far {change} load@far", kernel).LastCalls);

    [Theory]
    [InlineData(V413, "")]
    [InlineData(V61, "PTE:NOPAGE")]
    public void Private_copies_are_spared_by_that__ext4_break_layouts(string kernel, string calls)
    {
        var run = Run("mapping=private steps=store load@near extend load load@near", kernel);
        Assert.Equal("anon|dax|anon|anon|dax", run.Page);
        Assert.Equal($"PUD:FALLBACK PMD:FALLBACK PTE:DONE_COW|PTE:NOPAGE|||{calls}", run.Handler);
    }

    [Theory]
    [OnBothKernels]
    public void Punch_takes_the_block_and_keeps_private_copies__ext4_punch_hole(string kernel)
    {
        var run = Run("mapping=private steps=store punch load", kernel);
        Assert.Equal("anon|anon|anon", run.Page);
        Assert.Equal(["0|-8|0", "0|1|0"], [run.Blocks, run.TimeChanged]);
    }

    [Theory]
    [OnBothKernels]
    public void Punching_a_hole_again_changes_the_time_and_no_block__ext4_punch_hole(string kernel)
    {
        var run = Run("steps=punch punch", kernel);
        Assert.Equal(["-8|0", "1|1"], [run.Blocks, run.TimeChanged]);
    }

    [Theory]
    [OnBothKernels]
    public void A_punch_beyond_the_end_of_the_file_does_nothing_and_leaves_the_time__ext4_punch_hole(string kernel)
    {
        var run = Run("steps=truncate punch", kernel);
        Assert.Equal(["ok|ok", "1|0", "-8152|0"], [run.Result, run.TimeChanged, run.Blocks]);
    }

    [Theory]
    [InlineData(V413, "cache")]
    [InlineData(V61, "zero")]
    public void Truncate_drops_private_copies_too__truncate_pagecache(string kernel, string page)
    {
        var run = Run("mapping=private steps=store truncate load extend load", kernel);
        Assert.Equal("ok|ok|SIGBUS|ok|ok", run.Result);
        Assert.Equal($"anon|absent|absent|absent|{page}", run.Page);
    }

    [Theory]
    [OnBothKernels]
    public void Truncate_and_extend_to_the_present_length_still_change_the_time__ext4_setattr(string kernel)
    {
        Assert.Equal("1", Run("steps=extend", kernel).TimeChanged);
        var twice = Run("steps=truncate truncate", kernel);
        Assert.Equal(["1|1", "-8152|0"], [twice.TimeChanged, twice.Blocks]);
    }

    [Theory]
    [OnBothKernels]
    public void Truncate_frees_what_was_preallocated_beyond_the_file_and_extend_does_not__ext4_setattr(string kernel)
    {
        // The file is 257 blocks long, and 1,024 are preallocated; 5 are left by truncate.
        Assert.Equal("0", Run("size=partial extent=unwritten steps=extend", kernel).Blocks);
        Assert.Equal("-8152", Run("size=partial extent=unwritten steps=truncate", kernel).Blocks);
    }

    [Theory]
    [OnBothKernels]
    public void An_extended_file_may_be_mapped_where_it_ended_before__ext4_setattr(string kernel)
        => Assert.Equal("SIGBUS|ok|ok", Run("size=partial steps=load@far extend load@far", kernel).Result);

    [Theory]
    [InlineData("ro", "EROFS")]
    [InlineData("nojournal_ro", "EROFS")]
    [InlineData("emergency", "EROFS")]
    [InlineData("shutdown", "EIO")]
    [InlineData("frozen", "blocked")]
    public void A_file_system_that_takes_no_change_refuses_all_three__mnt_want_write(string state, string result)
    {
        foreach (var kernel in (string[])[V413, V61])
        {
            foreach (var change in (string[])["punch", "truncate", "extend"])
            {
                var run = Run($"fs={state} mapping=private steps={change}", kernel);
                Assert.Equal([result, "0", "0"], [run.Result, run.Blocks, run.TimeChanged]);
                Assert.Equal(state == "shutdown", run.Exercised(Rule.JournalShutDown, 0));
            }
        }
    }

    [Theory]
    [OnBothKernels]
    public void After_an_aborted_journal_they_fail_with_EROFS_and_free_no_block__ext4_journal_check_start(string kernel)
    {
        foreach (var change in (string[])["punch", "truncate", "extend"])
        {
            var run = Run($"fs=aborted mapping=private steps={change}", kernel);
            Assert.Equal(["EROFS", "0"], [run.Result, run.Blocks]);
        }
    }

    [Theory]
    [InlineData("punch", "1")]
    [InlineData("truncate", "0")]
    [InlineData("extend", "0")]
    public void On_v61_what_comes_before_the_failing_start_is_done_all_the_same__ext4_punch_hole__ext4_setattr(string change, string time)
    {
        // file_modified for punch alone; ext4_break_layouts for all three.
        var run = Run($"fs=aborted mapping=shared steps=load load@far {change} load@far load", V61);
        Assert.Equal("ok|ok|EROFS|ok|ok", run.Result);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|PMD:NOPAGE||PMD:NOPAGE|PMD:NOPAGE", run.Handler);
        Assert.Equal(["0", "0"], [run.TimeChanged.Split('|')[3], run.Blocks.Split('|')[2]]);
        Assert.Equal(time, run.TimeChanged.Split('|')[2]);
    }

    [Fact]
    public void On_v413_the_file_system_is_read_only_by_then_and_nothing_is_unmapped__mnt_want_write()
        => Assert.Equal("ok|EROFS|ok", Run("fs=aborted mapping=shared steps=load punch load", V413) is { LastCalls: "" } run ? run.Result : "");
}
