using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

/// <summary>A handler that oopses or hangs never returns, and the task does not go on.</summary>
public sealed class FailingHandlerTests
{
    public static TheoryData<string, HandlerFailure, string> Failures => new(
        from kernel in Kernels.Observed
        from failure in (HandlerFailure[])[HandlerFailure.Oops, HandlerFailure.Hang]
        select (kernel.Name, failure, failure == HandlerFailure.Oops ? "oops" : "hang"));

    [Theory]
    [MemberData(nameof(Failures))]
    public void Whoever_makes_the_access_the_step_ends_the_run_with_the_page_not_asked_and_the_call_without_a_return(
        string kernel, HandlerFailure failure, string result)
    {
        foreach (var access in (string[])["load", "store", "force", "copyin", "mlock", "other-load", "other-store"])
        {
            var handler = new FailingHandler(failure);
            var run = Run($"mapping=private steps=dontneed {access} load", kernel, handler);
            Assert.Equal([$"ok|{result}", "absent|-", "|PUD"], [run.Result, run.Page, run.Handler]);
            Assert.Equal(["0|0", "0|0", "0|0", "0|0"], [run.JournalStarts, run.LookupStarts, run.Fallbacks, run.Splits]);
            Assert.Equal(["0|0", "0|0"], [run.TimeChanged, run.Blocks]);

            // Each scenario runs twice, once for the outcome and once for the rules: a copy is not tried a second time.
            Assert.Equal(2, handler.Calls);
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Locks_that_it_held_stay_held_and_nothing_that_it_asks_for_afterwards_happens(string kernel, HandlerFailure failure, string result)
    {
        var busy = new ScriptedHandler((fault, operations) =>
        {
            operations.StartPageFault();
            operations.LockMapping();
            operations.Fail(failure, 1);
            operations.Fail(failure == HandlerFailure.Oops ? HandlerFailure.Hang : HandlerFailure.Oops, 2);
            operations.UpdateTime();
            Assert.Equal(Errno.Io, operations.JournalStart());
            Assert.Equal(VmFault.Blocked, operations.DaxFault(out _));
            operations.JournalStop();
            Assert.False(operations.RetriesAllocation(Errno.NoSpace, 0));
            operations.SplitHugePmd();
            operations.CountFallback();
            operations.UnlockMapping();
            operations.EndPageFault();
            Assert.True(operations.Holds(KernelLock.Mapping));
            return VmFault.SigBus;
        });
        var run = Run("mapping=shared extent=hole steps=store", kernel, busy);
        Assert.Equal([result, "PUD", "-"], [run.Result, run.Handler, run.Page]);
        Assert.Equal(["0", "0", "0", "0"], [run.JournalStarts, run.LookupStarts, run.Fallbacks, run.Splits]);
        Assert.Equal(["0", "0"], [run.TimeChanged, run.Blocks]);
        Assert.True(run.Locks.IsHeld(KernelLock.FreezeProtection));
        Assert.True(run.Locks.IsHeld(KernelLock.Mapping));
        Assert.False(run.Locks.IsHeld(KernelLock.JournalHandle));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_it_did_before_counts(string kernel, HandlerFailure failure, string result)
    {
        var late = new ScriptedHandler((fault, operations) =>
        {
            if (fault.Level == FaultLevel.Pud)
            {
                return VmFault.Fallback;
            }

            operations.UpdateTime();
            operations.JournalStart();
            operations.DaxFault(out _);
            operations.Fail(failure, 1);
            return VmFault.NoPage;
        });
        var run = Run("mapping=shared extent=unwritten steps=store", kernel, late);
        Assert.Equal([result, "PUD:FALLBACK PMD", "1", "1", "1"], [run.Result, run.Handler, run.JournalStarts, run.LookupStarts, run.TimeChanged]);
        Assert.True(run.Locks.IsHeld(KernelLock.JournalHandle));
        Assert.Equal(PmdState.HugeWritable, run.World.MainTables.Pmd(0));
    }

    [Theory]
    [OnEveryKernel]
    public void A_call_that_blocked_cannot_fail_any_more(string kernel)
    {
        var handler = new ScriptedHandler((fault, operations) =>
        {
            operations.StartPageFault();
            operations.Fail(HandlerFailure.Oops, 1);
            return VmFault.NoPage;
        });
        Assert.Equal("blocked", Run("fs=frozen mapping=shared steps=store", kernel, handler).Result);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void An_observer_is_told_how_and_where(string kernel, HandlerFailure failure, string result)
    {
        var observer = new RecordingObserver();
        var setup = ScenarioText.Parse("steps=load").Setup;
        new Kernel(Kernels.Named(kernel), new FailingHandler(failure), observer).Run(Kernel.SetUp(setup), new Step(Verb.Load), out _, new Effects());
        var kind = result == "oops" ? FaultEventKind.Oops : FaultEventKind.Hang;
        Assert.Equal([new FaultEvent(kind, default, FailingHandler.Place)], observer.Events.Where(happened => happened.Kind is FaultEventKind.Oops or FaultEventKind.Hang));
        Assert.Equal(0, observer.Count(FaultEventKind.HandlerReturn));
        Assert.Equal(0, observer.Count(FaultEventKind.Release));
    }

    [Theory]
    [OnEveryKernel]
    public void A_handler_is_told_which_locks_it_holds_itself_as_often_as_it_took_them(string kernel)
    {
        var held = new List<string>();
        var handler = new ScriptedHandler((fault, operations) =>
        {
            operations.StartPageFault();
            operations.StartPageFault();
            Note("F");
            operations.EndPageFault();
            operations.LockMapping();
            operations.JournalStart();
            Note("FMJ");
            operations.EndPageFault();
            operations.EndPageFault();
            operations.StartPageFault();
            operations.JournalStop();
            operations.UnlockMapping();
            Note("F");
            operations.EndPageFault();
            operations.DaxFault(out _);
            Note("");
            return VmFault.NoPage;

            void Note(string expected)
            {
                var text = string.Concat(Enum.GetValues<KernelLock>().Where(operations.Holds).Select(which => which.ToString()[0]));
                held.Add($"{expected}={text}");
            }
        });
        Assert.Equal("ok", Run("mapping=shared thp=nohuge steps=store", kernel, handler).Result.Split('|')[0]);
        Assert.NotEmpty(held);
        Assert.All(held, pair => Assert.Equal(pair.Split('=')[0], pair.Split('=')[1]));
    }

    [Theory]
    [OnEveryKernel]
    public void A_handler_that_leaves_a_lock_and_does_not_say_that_it_fails_goes_on(string kernel)
    {
        var left = false;
        var handler = new ScriptedHandler((fault, operations) =>
        {
            operations.LockMapping();
            var result = operations.DaxFault(out _);
            left = operations.Holds(KernelLock.Mapping);
            return result;
        });
        var run = Run("steps=load", kernel, handler);
        Assert.Equal("ok", run.Result);
        Assert.True(left);
        Assert.True(run.Locks.IsHeld(KernelLock.Mapping));
    }
}
