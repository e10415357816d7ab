using Compare.Engine;
using Compare.Scenarios;
using static Compare.Tests.Simulation;

namespace Compare.Tests.Engine;

public sealed class ObserverTests
{
    [Fact]
    public void A_step_with_an_observer_does_what_it_does_without_one_and_the_events_tell_the_same()
    {
        var observer = new RecordingObserver();
        Kernel? listening = null;
        Law.Holds(51, [Original, Zwisler, Examples.V2NoSplit], step =>
        {
            if (listening?.Handler != step.Kernel.Handler || listening.Profile != step.Kernel.Profile)
            {
                listening = new Kernel(step.Kernel.Profile, step.Kernel.Handler, observer);
            }

            observer.Events.Clear();
            var effects = new Effects();
            listening.Run(step.Before, step.Step, out var after, effects);
            return after == step.After && step.Did(effects) && Agrees(observer, effects);
        });
    }

    private const int SharedFlags = (int)(VmFlags.Read | VmFlags.Write | VmFlags.Shared | VmFlags.MayRead | VmFlags.MayWrite | VmFlags.MayShare);

    [Theory]
    [InlineData(Simulation.V413)]
    [InlineData(Simulation.V61)]
    public void The_events_of_a_shared_store_tell_its_story_in_order(string kernel)
    {
        var observer = new RecordingObserver();
        var setup = ScenarioText.Parse("mapping=shared extent=unwritten thp=nohuge steps=store").Setup;
        new Kernel(Kernels.Named(kernel), Zwisler, observer).Run(Kernel.SetUp(setup), new Step(Verb.Store), out _, new Effects());
        FaultEvent[] expected =
        [
            new(FaultEventKind.Fault, default, (int)Place.Target),
            new(FaultEventKind.HandlerCall, default, ((int)HandlerCallKind.Fault << 8) + (int)FaultLevel.Pte),
            new(FaultEventKind.HandlerInput, default, (int)(FaultFlags.Write | FaultFlags.User) + (SharedFlags << 8)),
            new(FaultEventKind.Take, default, (int)KernelLock.FreezeProtection),
            new(FaultEventKind.Take, default, (int)KernelLock.Mapping),
            new(FaultEventKind.Take, default, (int)KernelLock.JournalHandle),
            new(FaultEventKind.JournalStart, default, (int)Errno.None),
            new(FaultEventKind.Take, default, (int)KernelLock.DaxEntry),
            new(FaultEventKind.LookupStart, default, (int)Errno.None),
            new(FaultEventKind.Take, default, (int)KernelLock.PageTable),
            new(FaultEventKind.Release, default, (int)KernelLock.PageTable),
            new(FaultEventKind.Release, default, (int)KernelLock.DaxEntry),
            new(FaultEventKind.Release, default, (int)KernelLock.JournalHandle),
            new(FaultEventKind.Release, default, (int)KernelLock.Mapping),
            new(FaultEventKind.Release, default, (int)KernelLock.FreezeProtection),
            new(FaultEventKind.HandlerReturn, default, (int)VmFault.NoPage),
        ];
        Assert.Equal(expected, observer.Events.Where(happened => happened.Kind != FaultEventKind.Rule).Take(expected.Length));
        Assert.All(observer.Events.Where(happened => happened.Kind == FaultEventKind.Rule), happened => Assert.Equal(0, happened.Argument));
    }

    [Fact]
    public void A_journal_start_that_fails_is_told_with_its_reason()
    {
        var observer = new RecordingObserver();
        var setup = ScenarioText.Parse("fs=ro steps=store").Setup;
        new Kernel(KernelProfiles.V413, Original, observer).Run(Kernel.SetUp(setup), new Step(Verb.Store), out _, new Effects());
        Assert.Contains(new FaultEvent(FaultEventKind.JournalStart, default, (int)Errno.ReadOnlyFileSystem), observer.Events);
        Assert.Equal(0, observer.Events.Count(happened => happened is { Kind: FaultEventKind.Take, Argument: (int)KernelLock.JournalHandle }));
    }

    private static bool Agrees(RecordingObserver observer, Effects effects)
    {
        var rules = observer.Events.Where(happened => happened.Kind == FaultEventKind.Rule).Select(happened => happened.Rule).ToHashSet();
        var counts = effects.Result is StepResult.Livelock
            || (observer.Count(FaultEventKind.HandlerCall) == effects.Calls.Length
                && observer.Count(FaultEventKind.JournalStart) == effects.JournalStarts
                && observer.Count(FaultEventKind.LookupStart) == effects.LookupStarts);
        return counts
            && Enum.GetValues<Rule>().All(rule => rules.Contains(rule) == effects.Rules.Contains(rule))
            && observer.Count(FaultEventKind.Take) == observer.Count(FaultEventKind.Release);
    }
}
