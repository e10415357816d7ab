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
    [OnEveryKernel]
    public void Punch_takes_the_block_and_keeps_private_copies__ext4_punch_hole(string kernel)
    {
        var run = Run("mapping=private steps=store punch load", kernel);
        Assert.Equal("anon|anon|anon", run.Page);
        Assert.Equal(["0|-8|0", "0|1|0"], [run.Blocks, run.TimeChanged]);
    }

    [Theory]
    [OnEveryKernel]
    public void Punching_a_hole_again_changes_the_time_and_no_block__ext4_punch_hole(string kernel)
    {
        var run = Run("steps=punch punch", kernel);
        Assert.Equal(["-8|0", "1|1"], [run.Blocks, run.TimeChanged]);
    }

    [Theory]
    [InlineData(V413, "0")]
    [InlineData(V61, "0")]
    [InlineData(V612, "1")]
    public void A_punch_beyond_the_end_of_the_file_removes_nothing_and_only_v612_sets_the_time__ext4_punch_hole__ext4_fallocate(
        string kernel, string time)
    {
        var run = Run("steps=truncate punch", kernel);
        Assert.Equal(["ok|ok", $"1|{time}", "-8152|0"], [run.Result, run.TimeChanged, run.Blocks]);
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
    [OnEveryKernel]
    public void Truncate_and_extend_to_the_present_length_still_change_the_time__ext4_setattr(string kernel)
    {
        Assert.Equal("1", Run("steps=extend", kernel).TimeChanged);
        var twice = Run("steps=truncate truncate", kernel);
        Assert.Equal(["1|1", "-8152|0"], [twice.TimeChanged, twice.Blocks]);
    }

    [Theory]
    [OnEveryKernel]
    public void Truncate_frees_what_was_preallocated_beyond_the_file_and_extend_does_not__ext4_setattr(string kernel)
    {
        // The file is 257 blocks long, and 1,024 are preallocated; 5 are left by truncate.
        Assert.Equal("0", Run("size=partial extent=unwritten steps=extend", kernel).Blocks);
        Assert.Equal("-8152", Run("size=partial extent=unwritten steps=truncate", kernel).Blocks);
    }

    [Theory]
    [OnEveryKernel]
    public void An_extended_file_may_be_mapped_where_it_ended_before__ext4_setattr(string kernel)
        => Assert.Equal("SIGBUS|ok|ok", Run("size=partial steps=load@far extend load@far", kernel).Result);

    [Theory]
    [InlineData("ro", "EROFS")]
    [InlineData("nojournal_ro", "EROFS")]
    [InlineData("emergency", "EROFS")]
    [InlineData("frozen", "blocked")]
    public void A_file_system_that_takes_no_change_refuses_all_three__mnt_want_write(string state, string result)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            foreach (var change in (string[])["punch", "truncate", "extend"])
            {
                var run = Run($"fs={state} mapping=private steps={change}", kernel);
                Assert.Equal([result, "0", "0"], [run.Result, run.Blocks, run.TimeChanged]);
            }
        }
    }

    [Theory]
    [OnEveryKernel]
    public void After_a_shutdown_the_length_stays_and_nothing_is_unmapped__ext4_setattr(string kernel)
    {
        foreach (var change in (string[])["truncate", "extend"])
        {
            var run = Run($"fs=shutdown mapping=private steps=load {change} load", kernel);
            Assert.Equal(["ok|EIO|ok", "dax|dax|dax", "", "0|0|0"], [run.Result, run.Page, run.LastCalls, run.TimeChanged]);
            Assert.True(run.Exercised(Rule.JournalShutDown, 1));
        }
    }

    [Theory]
    [InlineData(V413, "load store", "dax", "1")]
    [InlineData(V413, "load", "absent", "0")]
    [InlineData(V61, "load", "dax", "0")]
    [InlineData(V61, "load@far", "absent", "0")]
    public void After_a_shutdown_punch_fails_with_the_write_back_before_it_where_an_entry_of_the_file_is_dirty__ext4_dax_writepages(
        string kernel, string before, string page, string time)
    {
        // v4.13 marks an entry dirty through pfn_mkwrite alone, which changes the time; v6.1 in every fault.
        var run = Run($"fs=shutdown mapping=shared thp=nohuge steps={before} punch", kernel);
        Assert.EndsWith("|EIO", run.Result, StringComparison.Ordinal);
        Assert.Equal(page, run.LastPage);
        Assert.Equal(time, run.TimeChanged.Split('|')[^2]);
        Assert.Equal("0", run.TimeChanged.Split('|')[^1]);
    }

    [Theory]
    [InlineData(V413, "0")]
    [InlineData(V61, "1")]
    public void Without_an_entry_punch_fails_with_its_journal_start_and_only_v61_has_set_the_time_by_then__ext4_punch_hole(
        string kernel, string time)
    {
        var run = Run("fs=shutdown mapping=private steps=punch store", kernel);
        Assert.Equal(["EIO|ok", $"{time}|0", "0|0"], [run.Result, run.TimeChanged, run.Blocks]);
        Assert.True(run.Exercised(Rule.FailedChangeUnmaps, 0));
    }

    [Theory]
    [InlineData(V413, "EROFS")]
    [InlineData(V61, "EROFS")]
    [InlineData(V612, "EIO")]
    public void After_an_aborted_journal_they_fail_and_free_no_block__ext4_journal_check_start(string kernel, string result)
    {
        foreach (var change in (string[])["punch", "truncate", "extend"])
        {
            var run = Run($"fs=aborted mapping=private steps={change}", kernel);
            Assert.Equal([result, "0"], [run.Result, run.Blocks]);
        }
    }

    [Theory]
    [InlineData("aborted", "load")]
    [InlineData("aborted", "store")]
    [InlineData("shutdown", "load")]
    [InlineData("shutdown", "store")]
    public void On_v612_an_abort_is_a_shutdown_and_a_failing_punch_unmaps_without_writing__ext4_handle_error__ext4_fallocate(
        string state, string before)
    {
        // ftruncate changes nothing; nobody resets the time any more, as utimensat fails too.
        var run = Run($"fs={state} mapping=shared thp=nohuge steps={before} fsync truncate load punch", V612);
        Assert.Equal(["EIO", "EIO", "ok", "EIO"], run.Result.Split('|')[1..]);
        Assert.Equal(["dax", "absent"], run.Page.Split('|')[3..]);
        Assert.Equal(["0", "0", "0", "1"], run.TimeChanged.Split('|')[1..]);
        Assert.Equal("0|0|0|0|0", run.Blocks);

        // Nor is a reserved block given back, which goes with the blocks and not with the page.
        var cached = Run($"mount=nodax fs={state} mapping=shared extent=hole steps=store punch", V612);
        Assert.Equal(["cache|absent", "8|0"], [cached.Page, cached.Blocks]);
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
