using Compare.Engine;
using Compare.Scenarios;

namespace Compare.Comparison;

/// <summary>Judges the steps of one contender by every safety rule.</summary>
internal sealed class SafetyWatch
{
    private readonly SafetyCount[] _counts = new SafetyCount[SafetyRule.All.Length];

    /// <summary>Counts so far; index as in <see cref="SafetyRule.All"/>.</summary>
    public ReadOnlySpan<SafetyCount> Counts => _counts;

    /// <summary>Judges a step. The strategy has no part in what happens without DAX.</summary>
    public void Add(Scenario scenario, int step, Effects effects)
    {
        if (scenario.Setup.Mount != Mount.Dax || (effects.Facts == StepFacts.None && !effects.Locks.IsInverted && !effects.Locks.AnyHeld))
        {
            return;
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            if (SafetyRule.All[i].IsBroken(scenario.Setup.FileSystem, effects))
            {
                _counts[i] = _counts[i].With(scenario.Id, step + 1);
            }
        }
    }
}
