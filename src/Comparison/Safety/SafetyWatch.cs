using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Judges the steps of one contender by every rule for steps.</summary>
internal sealed class SafetyWatch
{
    private readonly SafetyCount[] _counts = new SafetyCount[StepRule.All.Length];

    /// <summary>Counts so far; index as in <see cref="StepRule.All"/>.</summary>
    public ReadOnlySpan<SafetyCount> Counts => _counts;

    /// <summary>Judges a step. The strategy has no part in what happens without DAX.</summary>
    /// <returns>A bit for each rule that it broke; index as in <see cref="StepRule.All"/>.</returns>
    public uint Add(Scenario scenario, int step, Effects effects)
    {
        if (scenario.Setup.Mount != Mount.Dax
            || (effects.Facts == StepFacts.None && !effects.Locks.IsInverted && !effects.Locks.AnyHeld && effects.Result != StepResult.Livelock))
        {
            return 0;
        }

        var broken = 0u;
        for (var i = 0; i < _counts.Length; i++)
        {
            if (StepRule.All[i].IsBroken(scenario.Setup.FileSystem, effects))
            {
                broken |= 1u << i;
                _counts[i] = _counts[i].With(scenario.Id, step + 1);
            }
        }

        return broken;
    }
}
