using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Tests;

/// <summary>One step of a scenario that was run. The effects are valid until the next step.</summary>
internal sealed record StepRecord(Scenario Scenario, int Index, Kernel Kernel, World Before, World After, Effects Effects)
{
    public Step Step => Scenario.Steps[Index];

    public WorldSetup Setup => Scenario.Setup;

    public bool IsDax => Setup.Mount == Mount.Dax;

    public bool IsOnV413 => Kernel.Profile == KernelProfiles.V413;

    /// <summary>An access through the main mapping, and that one without <c>VM_SHARED</c>.</summary>
    public bool IsPrivateAccess => Step.Verb is <= Verb.MemoryLock
        && Setup.Mapping is not (MappingKind.Shared or MappingKind.SharedReadOnly);

    /// <summary>No step until this one did anything to the file system as the set-up made it.</summary>
    public bool IsFileSystemAsSetUp => !Scenario.Steps.Take(Index + 1).Any(step => step.IsByAnother);

    public bool HasCallsAt(params FaultLevel[] levels)
    {
        foreach (var call in Effects.Calls)
        {
            if (levels.Contains(call.Level))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every step that runs, in order.</summary>
    public static IEnumerable<StepRecord> Of(Scenario scenario, Kernel kernel)
    {
        var effects = new Effects();
        var world = scenario.Begin();
        for (var i = 0; i < scenario.Steps.Length; i++)
        {
            var before = world;
            kernel.Run(in before, scenario.Steps[i], out world, effects);
            yield return new StepRecord(scenario, i, kernel, before, world, effects);
            if (scenario.EndsAt(i, effects.Result))
            {
                yield break;
            }
        }
    }

    /// <summary>Whether another step did the same, in everything.</summary>
    public bool Did(Effects other) => Effects.Calls.SequenceEqual(other.Calls) && Values(Effects).Equals(Values(other));

    public override string ToString()
        => $"{Kernel.Profile.Name} {Kernel.Handler.Name}: {ScenarioText.Print(Scenario)}: step {Index + 1}: {TextOf(Effects)}";

    private static ((StepResult, MappedPage, StepFacts, RuleSet, LockEffects), int, int, int, int, bool, int) Values(Effects effects) => (
        (effects.Result, effects.Page, effects.Facts, effects.Rules, effects.Locks),
        effects.JournalStarts,
        effects.LookupStarts,
        effects.FaultFallbacks,
        effects.PmdSplits,
        effects.TimeChanged,
        effects.SectorsDelta);

    private static string TextOf(Effects effects)
    {
        var locks = from taken in Enum.GetValues<KernelLock>()
                    from held in Enum.GetValues<KernelLock>()
                    where effects.Locks.WasTakenWhileHolding(taken, held)
                    select $"{taken}<{held}";
        var rules = Enum.GetValues<Rule>().Where(rule => effects.Rules.Contains(rule));
        var calls = new List<string>();
        foreach (var call in effects.Calls)
        {
            calls.Add(call.ToString());
        }

        return $"{effects.Result} {effects.Page} {string.Join(' ', calls)} journal {effects.JournalStarts} lookup {effects.LookupStarts}"
            + $" fallbacks {effects.FaultFallbacks} splits {effects.PmdSplits} time {effects.TimeChanged} sectors {effects.SectorsDelta}"
            + $" held {effects.Locks.AnyHeld} order {string.Join(' ', locks)} rules {string.Join(' ', rules)}";
    }
}
