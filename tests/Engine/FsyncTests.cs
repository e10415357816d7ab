using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/dax.c dax_writeback_one: fsync write-protects what is dirty.</summary>
public sealed class FsyncTests
{
    [Theory]
    [OnEveryKernel]
    public void A_dirty_PMD_is_write_protected_so_the_next_store_asks_again__dax_mapping_entry_mkclean(string kernel)
    {
        var run = Run("mapping=shared steps=store store fsync store", kernel);
        Assert.Equal("PUD:FALLBACK PMD:NOPAGE|||PMD:NOPAGE", run.Handler);
        Assert.Equal("1|0|0|1", run.TimeChanged);
    }

    [Theory]
    [InlineData(V413, "MKWRITE:NOPAGE")]
    [InlineData(V61, "PTE:NOPAGE")]
    public void A_dirty_PTE_is_write_protected_so_the_next_store_asks_pfn_mkwrite__dax_mapping_entry_mkclean(string kernel, string calls)
    {
        var run = Run("mapping=shared thp=nohuge steps=store fsync store", kernel);
        Assert.Equal(calls, run.LastCalls);
        Assert.Equal("dax", run.LastPage);
    }

    [Theory]
    [OnEveryKernel]
    public void Every_shared_mapping_is_write_protected__dax_mapping_entry_mkclean(string kernel)
    {
        Assert.Equal("PMD:NOPAGE", Run("mapping=shared steps=store other-store fsync other-store", kernel).LastCalls);
        Assert.Equal("", Run("mapping=shared steps=store other-store store other-store", kernel).LastCalls);
    }

    [Theory]
    [OnEveryKernel]
    public void Private_copies_stay_writable__dax_mapping_entry_mkclean(string kernel)
    {
        var run = Run("mapping=private steps=store fsync store", kernel);
        Assert.Equal("", run.LastCalls);
        Assert.Equal(PteState.AnonymousWritable, run.World.MainTables.Pte((int)Place.Target));
    }

    [Theory]
    [OnEveryKernel]
    public void A_private_copy_of_a_page_that_was_dirty_stays_writable__dax_mapping_entry_mkclean(string kernel)
    {
        var run = Run("mapping=private thp=nohuge steps=store other-store fsync", kernel);
        Assert.Equal(PteState.AnonymousWritable, run.World.MainTables.Pte((int)Place.Target));
    }

    [Theory]
    [OnEveryKernel]
    public void What_is_written_back_is_clean__dax_writeback_one(string kernel)
    {
        Assert.Equal(MappingEntry.Clean, Run("mapping=shared steps=store fsync", kernel).World.HugeEntryAt(0));
        Assert.Equal(MappingEntry.Clean, Run("mapping=shared thp=nohuge steps=store fsync", kernel).World.EntryAt((int)Place.Target));
    }

    [Theory]
    [InlineData(V413, "ro", "ok")]
    [InlineData(V413, "emergency", "ok")]
    [InlineData(V413, "aborted", "EROFS")]
    [InlineData(V413, "shutdown", "EIO")]
    [InlineData(V61, "ro", "ok")]
    [InlineData(V61, "emergency", "ok")]
    [InlineData(V61, "shutdown", "EIO")]
    public void On_a_file_system_that_takes_no_change_there_is_nothing_to_write_back__ext4_sync_file(string kernel, string state, string result)
    {
        var run = Run($"fs={state} mapping=private steps=load fsync load", kernel);
        Assert.Equal($"ok|{result}|ok", run.Result);
        Assert.Equal("", run.LastCalls);
        Assert.True(run.Exercised(state == "shutdown" ? Rule.JournalShutDown : Rule.SyncReadOnly, 1));
    }
}
