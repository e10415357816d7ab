using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>A fault that repeats for ever is found at the boundary where the kernel retries it, also when the cycle is longer than one.</summary>
public sealed class ProgressTests
{
    /// <summary>v6.1 as if a forced write might fault on a read-only shared mapping, where a huge PMD never becomes writable.</summary>
    private static readonly KernelProfile ForcedOnV61 = KernelProfiles.V61 with { ForcedSharedWrite = ForcedSharedWrite.Copies };

    [Fact]
    public void A_handler_that_says_handled_and_does_nothing_is_a_cycle_of_one_fault()
    {
        var lazy = new ScriptedHandler((_, _) => VmFault.NoPage);
        var run = Run("steps=load load", V413, lazy);
        Assert.Equal(["livelock", "PUD:NOPAGE*", "-"], [run.Result, run.Handler, run.Page]);
    }

    [Theory]
    [InlineData("store", "livelock")]
    [InlineData("force", "livelock")]
    [InlineData("copyin", "livelock")]
    [InlineData("mlock", "livelock")]
    public void Every_access_notices_it(string access, string result)
        => Assert.Equal(result, Run($"steps={access}", V61, new ScriptedHandler((_, _) => VmFault.None)).Result);

    [Fact]
    public void What_comes_before_the_cycle_is_not_part_of_it()
    {
        // The first fault goes through the PUD; from then on only the PMD is asked.
        var handler = new ScriptedHandler((fault, _) => fault.Level == FaultLevel.Pud ? VmFault.Fallback : VmFault.NoPage);
        Assert.Equal("PMD:NOPAGE*", Run("steps=load", V413, handler).Handler);
    }

    [Fact]
    public void A_cycle_of_two_faults_is_found_with_the_calls_of_both()
    {
        // One fault maps a read-only huge PMD and falls back; the next falls back, the core splits, the PTE handler does nothing.
        var handler = new ScriptedHandler((fault, kernel) => fault.Level switch
        {
            FaultLevel.Pud => VmFault.Fallback,
            FaultLevel.Pmd => kernel.DaxFault(out _) | VmFault.Fallback,
            _ => VmFault.NoPage,
        });
        var run = Run("mapping=shared_ro steps=force", ForcedOnV61, handler);
        Assert.Equal(["livelock", "*", "*"], [run.Result, run.JournalStarts, run.Splits]);
        string[] cycle = [.. run.Handler.TrimEnd('*').Split(' ').Order(StringComparer.Ordinal)];
        Assert.Equal(["PMD:NOPAGE+FALLBACK", "PMD:NOPAGE+FALLBACK", "PTE:NOPAGE"], cycle);
        Assert.EndsWith("*", run.Handler, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_that_takes_two_faults_is_no_livelock()
    {
        // A store on v4.13: the first fault maps read-only, pfn_mkwrite makes it writable.
        var run = Run("mapping=shared thp=nohuge steps=store", V413);
        Assert.Equal(["ok", "PTE:NOPAGE MKWRITE:NOPAGE"], [run.Result, run.Handler]);
    }

    [Fact]
    public void A_handler_that_fails_is_no_livelock()
        => Assert.Equal("SIGBUS", Run("steps=load", V61, new ScriptedHandler((_, _) => VmFault.SigBus)).Result);

    [Fact]
    public void Out_of_memory_ends_the_fault_with_an_error()
        => Assert.Equal("EIO", Run("steps=force", V61, new ScriptedHandler((_, _) => VmFault.Oom)).Result);
}
