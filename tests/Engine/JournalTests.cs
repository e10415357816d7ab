using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/ext4/file.c, ext4_jbd2.c, inode.c: who starts the journal, how often, and what a failed start comes to.</summary>
public sealed class JournalTests
{
    [Theory]
    [InlineData("steps=store", "PUD:SIGBUS")]
    [InlineData("steps=populate-pud store", "|PMD:SIGBUS")]
    [InlineData("steps=load store", "PUD:FALLBACK PMD:NOPAGE|PMD:SIGBUS")]
    [InlineData("thp=nohuge steps=store", "PTE:SIGBUS")]
    public void A_failed_start_is_SIGBUS_at_every_level_and_no_fallback__ext4_dax_huge_fault(string scenario, string calls)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var run = Run($"fs=ro {scenario}", kernel, Original);
            Assert.Equal(calls, run.Handler);
            Assert.EndsWith("SIGBUS", run.Result, StringComparison.Ordinal);
            Assert.EndsWith("1", run.JournalStarts, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(V413, "PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS", "SIGBUS", "2")]
    [InlineData(V61, "PUD:FALLBACK PMD:NOPAGE", "ok", "0")]
    public void A_failed_lookup_is_a_fallback_at_PMD_size_and_SIGBUS_at_PTE_size__dax_iomap_fault(
        string kernel, string calls, string result, string lookups)
    {
        // Without a handle of the handler's own. Written blocks need none on v6.1.
        var run = Run("fs=emergency mapping=shared steps=store", kernel, Examples.Never);
        Assert.Equal([calls, result, lookups], [run.Handler, run.Result, run.LookupStarts]);
        var unwritten = Run("fs=emergency mapping=shared extent=unwritten steps=store", kernel, Examples.Never);
        Assert.Equal(["PUD:FALLBACK PMD:FALLBACK PTE:SIGBUS", "2"], [unwritten.Handler, unwritten.LookupStarts]);
    }

    [Theory]
    [InlineData(V413, "written", "1")]
    [InlineData(V413, "unwritten", "1")]
    [InlineData(V61, "written", "0")]
    [InlineData(V61, "unwritten", "1")]
    [InlineData(V61, "hole", "1")]
    public void A_write_lookup_always_starts_a_handle_on_v413_and_on_v61_only_for_blocks_not_written__ext4_iomap_begin(
        string kernel, string extent, string lookups)
        => Assert.Equal(lookups, Run($"mapping=shared extent={extent} steps=store", kernel).LookupStarts);

    [Fact]
    public void On_v61_only_the_first_block_counts_so_written_ones_before_a_gap_need_no_handle__ext4_iomap_begin()
        => Assert.Equal("0", Run("mapping=shared extent=frag steps=store", V61).LookupStarts);

    [Theory]
    [OnEveryKernel]
    public void A_read_lookup_starts_none__ext4_iomap_begin(string kernel)
    {
        foreach (var extent in (string[])["written", "unwritten", "hole", "frag"])
        {
            var run = Run($"mapping=shared extent={extent} steps=load load@near load@far", kernel, Original);
            Assert.Equal(["0|0|0", "0|0|0"], [run.LookupStarts, run.JournalStarts]);
        }
    }

    [Theory]
    [InlineData("mapping=shared steps=store", 1, 1)]
    [InlineData("mapping=shared geometry=small steps=store", 2, 3)]
    [InlineData("mapping=shared extent=frag steps=store", 2, 3)]
    public void A_shared_store_starts_the_journal_once_more_with_zwisler_than_with_v2__ext4_dax_huge_fault(
        string scenario, int v2, int v2OnV612)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var fewest = kernel == V612 ? v2OnV612 : v2;
            Assert.Equal($"{fewest + 1}", Run(scenario, kernel, Zwisler).JournalStarts);
            Assert.Equal($"{fewest + 1}", Run(scenario, kernel, Original).JournalStarts);
            Assert.Equal($"{fewest}", Run(scenario, kernel, V2).JournalStarts);
        }
    }

    [Theory]
    [InlineData(V413, "rw", "ok", "1")]
    [InlineData(V413, "nojournal", "ok", "1")]
    [InlineData(V413, "shutdown", "SIGBUS", "1")]
    [InlineData(V413, "aborted", "SIGBUS", "0")]
    [InlineData(V413, "emergency", "SIGBUS", "0")]
    [InlineData(V61, "nojournal", "ok", "1")]
    [InlineData(V61, "shutdown", "SIGBUS", "1")]
    [InlineData(V61, "aborted", "SIGBUS", "1")]
    [InlineData(V61, "emergency", "SIGBUS", "0")]
    public void The_time_is_set_before_the_journal_starts_unless_the_file_system_is_read_only__file_update_time(
        string kernel, string state, string result, string time)
    {
        var run = Run($"fs={state} mapping=shared steps=store", kernel);
        Assert.Equal([result, time], [run.Result, run.TimeChanged]);
    }

    [Theory]
    [OnEveryKernel]
    public void Original_changes_the_time_through_a_read_only_descriptor_and_the_fixes_do_not__file_update_time(string kernel)
    {
        Assert.Equal("1", Run("mapping=private steps=store", kernel, Original).TimeChanged);
        Assert.Equal("1", Run("mapping=private_ro steps=force", kernel, Original).TimeChanged);
        Assert.Equal("0", Run("mapping=private steps=store", kernel, V2).TimeChanged);
        Assert.Equal("0", Run("mapping=private steps=store", kernel, Zwisler).TimeChanged);
    }

    [Theory]
    [OnEveryKernel]
    public void A_frozen_file_system_blocks_whoever_takes_the_fault_for_a_write__sb_start_pagefault(string kernel)
    {
        var blocked = Run("fs=frozen mapping=private steps=store load", kernel, Original);
        Assert.Equal(["blocked", "-", "PUD", "0", "0"], [blocked.Result, blocked.Page, blocked.Handler, blocked.JournalStarts, blocked.TimeChanged]);
        Assert.Equal("ok|ok", Run("fs=frozen mapping=private steps=store load", kernel, Zwisler).Result);
        Assert.Equal("PUD:FALLBACK PMD", Run("fs=frozen mapping=shared steps=store", kernel, V2).Handler);
        Assert.Equal("blocked", Run("fs=frozen mapping=private steps=force", kernel, Original).Result);
        Assert.Equal("blocked", Run("fs=frozen mapping=private steps=copyin", kernel, Original).Result);
        Assert.Equal("blocked", Run("fs=frozen mapping=private steps=mlock", kernel, Original).Result);
    }

    [Fact]
    public void The_separate_pfn_mkwrite_takes_freeze_protection_and_sets_the_time_without_a_journal__ext4_dax_pfn_mkwrite()
    {
        var run = Run("fs=nojournal mapping=shared thp=nohuge steps=load store", V413);
        Assert.Equal(["PTE:NOPAGE|MKWRITE:NOPAGE", "0|1", "0|0"], [run.Handler, run.TimeChanged, run.JournalStarts]);
        var frozen = Run("fs=frozen mapping=shared thp=nohuge steps=load store", V413);
        Assert.Equal(["ok|blocked", "PTE:NOPAGE|MKWRITE", "dax|-"], [frozen.Result, frozen.Handler, frozen.Page]);
        var shutdown = Run("fs=shutdown mapping=shared thp=nohuge steps=load store", V413);
        Assert.Equal(["ok|ok", "0|1"], [shutdown.Result, shutdown.TimeChanged]);
    }

    [Theory]
    [InlineData("ro", Rule.JournalReadOnly)]
    [InlineData("nojournal_ro", Rule.JournalReadOnly)]
    [InlineData("emergency", Rule.JournalReadOnly)]
    [InlineData("shutdown", Rule.JournalShutDown)]
    public void The_program_of_the_bug_dies_with_original_and_runs_with_either_fix__ext4_journal_check_start(string state, Rule reason)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var scenario = $"fs={state} mapping=private steps=load store";
            var original = Run(scenario, kernel, Original);
            Assert.Equal("ok|SIGBUS", original.Result);
            Assert.True(original.Exercised(reason, 1));
            Assert.Equal("ok|ok", Run(scenario, kernel, V2).Result);
            Assert.Equal("ok|ok", Run(scenario, kernel, Zwisler).Result);
        }
    }
}
