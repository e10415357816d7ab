using Compare.Engine;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>Once an operation blocks, the call does not return, whatever the handler asks for next.</summary>
public sealed class BlockedCallTests
{
    [Theory]
    [OnEveryKernel]
    public void Nothing_that_is_asked_for_after_a_block_happens(string kernel)
    {
        var busy = new ScriptedHandler((fault, operations) =>
        {
            operations.StartPageFault();
            operations.UpdateTime();
            operations.LockMapping();
            operations.JournalStart();
            operations.DaxFault(out _);
            operations.JournalStop();
            operations.RetriesAllocation(Errno.NoSpace, 0);
            operations.SplitHugePmd();
            operations.CountFallback();
            operations.StartPageFault();
            operations.UnlockMapping();
            operations.EndPageFault();
            return VmFault.NoPage;
        });
        var run = Run("fs=frozen mapping=shared extent=hole steps=store load", kernel, busy);
        Assert.Equal(["blocked", "PUD", "-"], [run.Result, run.Handler, run.Page]);
        Assert.Equal(["0", "0", "0", "0"], [run.JournalStarts, run.LookupStarts, run.Fallbacks, run.Splits]);
        Assert.Equal(["0", "0"], [run.TimeChanged, run.Blocks]);
        Assert.False(run.Locks.AnyHeld);
    }

    [Theory]
    [InlineData("nodax", "shared", "store", "PAGE_MKWRITE")]
    [InlineData("dax", "shared", "load store", "PUD:FALLBACK PMD:NOPAGE|PMD")]
    public void The_call_that_blocks_is_listed_without_a_return(string mount, string mapping, string steps, string calls)
    {
        foreach (var kernel in (string[])[V413, V61, V612])
        {
            var run = Run($"mount={mount} fs=frozen mapping={mapping} steps={steps} load", kernel);
            Assert.Equal(calls, run.Handler);
            Assert.EndsWith("blocked", run.Result, StringComparison.Ordinal);
            Assert.EndsWith("-", run.Page, StringComparison.Ordinal);
        }
    }
}
