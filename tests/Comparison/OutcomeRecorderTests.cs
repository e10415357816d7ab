using Compare.Comparison;
using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests.Comparison;

/// <summary>Outcomes that are known are found again by the effects, field by field.</summary>
public sealed class OutcomeRecorderTests
{
    [Fact]
    public void An_outcome_holds_what_its_own_steps_did_however_many_were_seen_before()
    {
        var contender = new Contender(KernelProfiles.V61, Simulation.Original);
        var runner = new ScenarioRunner(contender);
        var kernel = new Kernel(contender.Kernel, contender.Strategy);
        foreach (var scenario in StandardMatrix.Build())
        {
            var outcome = runner.Run(scenario);
            var steps = StepRecord.Of(scenario, kernel).Select(step => Made(step.Effects)).ToArray();
            Assert.True(outcome.Steps.AsSpan().SequenceEqual(steps), ScenarioText.Print(scenario));
        }
    }

    private static StepOutcome Made(Effects effects)
    {
        var counts = effects.Result == StepResult.Livelock ? 0 : 1;
        return new StepOutcome(
            effects.Result,
            effects.Page,
            new HandlerCalls(effects.Calls),
            counts * effects.JournalStarts,
            counts * effects.LookupStarts,
            counts * effects.FaultFallbacks,
            counts * effects.PmdSplits,
            effects.TimeChanged ? 1 : 0,
            effects.SectorsDelta);
    }
}
