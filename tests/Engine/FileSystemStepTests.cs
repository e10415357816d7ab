using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>fs/super.c, fs/ext4/super.c: what another task does to the file system under a mapping, and a step that waits for it.</summary>
public sealed class FileSystemStepTests
{
    [Theory]
    [OnEveryKernel]
    public void A_store_that_waits_goes_on_with_the_thaw_from_where_it_waited__freeze_super(string kernel)
    {
        var run = Run("mapping=shared steps=freeze store thaw load", kernel);
        Assert.Equal("ok|blocked|ok|ok", run.Result);
        Assert.Equal("absent|-|dax|dax", run.Page);
        Assert.Equal("|PUD|PUD:FALLBACK PMD:NOPAGE|", run.Handler);
        Assert.Equal("0|0|2|0", run.JournalStarts);
        Assert.Equal("0|0|1|0", run.TimeChanged);
    }

    [Theory]
    [OnEveryKernel]
    public void What_the_handler_did_before_it_waited_is_counted_once__sb_start_pagefault(string kernel)
    {
        var handler = new JournalFirst();
        var run = Run("mapping=shared thp=nohuge steps=freeze store thaw", kernel, handler);
        Assert.Equal("0|1|0", run.JournalStarts);
        Assert.Equal("0|0|1", run.TimeChanged);
    }

    [Theory]
    [OnEveryKernel]
    public void A_size_that_fell_back_before_the_wait_is_not_asked_again(string kernel)
    {
        var run = Run("mapping=shared extent=frag steps=freeze store thaw", kernel, new ProtectsOnlyPte());
        Assert.StartsWith($"|PUD:FALLBACK {AtPte(kernel, "PTE")}|PTE:NOPAGE", run.Handler, StringComparison.Ordinal);
        Assert.Equal(kernel == V612 ? "0|2|0" : "0|1|0", run.Fallbacks);
    }

    [Theory]
    [OnEveryKernel]
    public void While_it_waits_no_step_of_the_task_does_anything_and_those_of_another_do(string kernel)
    {
        var run = Run("mapping=shared steps=freeze store load freeze shutdown load thaw", kernel);
        Assert.Equal("ok|blocked|blocked|EBUSY|ok|blocked|SIGBUS", run.Result);
        Assert.Equal("absent|-|-|-|-|-|absent", run.Page);
    }

    [Fact]
    public void Without_a_thaw_the_run_ends_where_the_step_waits()
        => Assert.Equal("ok|blocked", Run("mapping=shared steps=freeze store load freeze", V61).Result);

    [Theory]
    [InlineData("mapping=shared steps=freeze write thaw", "ok|blocked|ok", "0|0|1")]
    [InlineData("steps=freeze truncate thaw", "ok|blocked|ok", "0|0|1")]
    [InlineData("mount=nodax mapping=shared steps=freeze store thaw", "ok|blocked|ok", "0|0|1")]
    public void A_call_that_waits_before_it_does_anything_does_all_of_it_then(string scenario, string result, string time)
    {
        var run = Run(scenario, V612);
        Assert.Equal(result, run.Result);
        Assert.Equal(time, run.TimeChanged);
    }

    [Theory]
    [InlineData("steps=thaw", "EINVAL")]
    [InlineData("steps=freeze freeze", "ok|EBUSY")]
    [InlineData("steps=freeze remount-ro", "ok|EBUSY")]
    [InlineData("fs=shutdown steps=freeze", "EIO")]
    [InlineData("fs=nojournal steps=shutdown freeze", "ok|ok")]
    [InlineData("mapping=shared steps=remount-ro", "EBUSY")]
    [InlineData("mapping=private steps=remount-ro other-load", "EBUSY|ok")]
    [InlineData("mapping=private steps=remount-ro punch remount-rw punch", "ok|EROFS|ok|ok")]
    [InlineData("fs=emergency mapping=shared steps=store remount-rw store", "SIGBUS|ok|ok")]
    [InlineData("mapping=shared steps=shutdown store punch", "ok|SIGBUS|EIO")]
    [InlineData("fs=shutdown mapping=shared steps=punch remount-ro", "EIO|EBUSY")]
    [InlineData("steps=freeze shutdown punch thaw", "ok|ok|EIO|ok")]
    [InlineData("steps=freeze punch shutdown thaw", "ok|blocked|ok|EIO")]
    public void What_the_file_system_refuses_and_allows(string scenario, string result)
        => Assert.All(Kernels.Observed, kernel => Assert.Equal(result, Run(scenario, kernel.Name).Result));

    [Theory]
    [InlineData(V413, "ok|ok|ok")]
    [InlineData(V61, "EIO|EINVAL|EROFS")]
    [InlineData(V612, "EIO|EINVAL|EROFS")]
    public void After_an_abort_v413_is_read_only_and_the_others_refuse(string kernel, string result)
        => Assert.Equal(result, Run("fs=aborted steps=freeze thaw remount-ro", kernel).Result);

    [Theory]
    [InlineData(V61, "ok|ok")]
    [InlineData(V612, "ok|EROFS")]
    public void After_a_shutdown_v612_is_not_remounted__ext4_remount(string kernel, string result)
        => Assert.Equal(result, Run("steps=shutdown remount-ro", kernel).Result);

    [Theory]
    [OnEveryKernel]
    public void On_a_read_only_file_system_nobody_waits_for_a_thaw__freeze_super(string kernel)
        => Assert.Equal("ok|SIGBUS|EROFS", Run("fs=emergency mapping=shared steps=freeze store truncate", kernel).Result);

    [Theory]
    [OnEveryKernel]
    public void A_freeze_writes_what_is_dirty_so_that_the_next_store_waits__sync_filesystem(string kernel)
        => Assert.Equal("ok|ok|blocked", Run("mapping=shared steps=store freeze store", kernel).Result);

    /// <summary>Starts the journal before it asks for freeze protection.</summary>
    private sealed class JournalFirst : FaultHandler
    {
        public override string Name => "journal-first";

        public override string Condition => "true";

        public override string Origin => "a test";

        public override VmFault HugeFault(in Fault fault, IKernelOperations kernel)
        {
            kernel.JournalStart();
            kernel.StartPageFault();
            kernel.UpdateTime();
            var result = kernel.DaxFault(out _);
            kernel.EndPageFault();
            kernel.JournalStop();
            return result;
        }
    }

    /// <summary>Asks for freeze protection at PTE size alone.</summary>
    private sealed class ProtectsOnlyPte : WritePredicate
    {
        public override string Name => "protects-only-pte";

        public override string Condition => "IsWrite && Level == Pte";

        public override string Origin => "a test";

        public override WriteDecision Decide(in Fault fault) => fault.IsWrite && fault.Level == FaultLevel.Pte;
    }
}
