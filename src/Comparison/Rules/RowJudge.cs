namespace Compare.Comparison;

/// <summary>Judges the steps of a row that was read, by the rules of right and wrong that a row can show: an access is repeated for ever, a
/// handler fails, an allowed access fails or hangs. What endangers data is seen inside the engine alone.</summary>
internal static class RowJudge
{
    private static readonly uint Livelock = FindingRule.BitOf("livelock");
    private static readonly uint HandlerFails = FindingRule.BitOf("handler-fails");
    private static readonly uint FrozenHang = FindingRule.BitOf("frozen-hang");
    private static readonly uint AllowedFails = FindingRule.BitOf("allowed-fails");

    /// <summary>The rules that each step broke.</summary>
    /// <param name="scenario">What the row is about; none where it does not tell, so that whatever fails or waits is taken as allowed.</param>
    /// <param name="steps">The steps that ran.</param>
    /// <returns>For each step a bit for each rule, as in <see cref="FindingRule.All"/>.</returns>
    public static ImmutableArray<uint> Judge(Scenario? scenario, ImmutableArray<StepOutcome> steps)
        => [.. steps.Select((step, i) => Judge(scenario, steps, step.Result, i))];

    private static uint Judge(Scenario? scenario, ImmutableArray<StepOutcome> steps, StepResult result, int index) => result switch
    {
        StepResult.Ok => 0,
        StepResult.Livelock => Livelock,
        StepResult.Blocked => scenario is null || (IsFault(scenario, index) && !IsChange(scenario, steps, index) && IsFrozen(scenario, steps, index))
            ? FrozenHang : 0,
        StepResult.Oops or StepResult.Hang => HandlerFails | (IsAllowed(scenario, steps, index) ? AllowedFails : 0),
        _ => IsAllowed(scenario, steps, index) ? AllowedFails : 0,
    };

    /// <summary>Whether the file system is frozen and no step waits for the thaw yet.</summary>
    private static bool IsFrozen(Scenario scenario, ImmutableArray<StepOutcome> steps, int step)
    {
        for (var before = step - 1; before >= 0; before--)
        {
            if (steps[before].Result == StepResult.Blocked)
            {
                return false;
            }

            if (steps[before].Result == StepResult.Ok && scenario.Steps[before].Verb is Verb.Freeze or Verb.Thaw)
            {
                return scenario.Steps[before].Verb == Verb.Freeze;
            }
        }

        return scenario.Setup.FileSystem == FileSystemState.Frozen;
    }

    private static bool IsFault(Scenario scenario, int step) => scenario.Steps[step].IsAccess;

    private static bool IsAllowed(Scenario? scenario, ImmutableArray<StepOutcome> steps, int step) => scenario is null
        || (IsFault(scenario, step) && IsPermitted(scenario, steps, step) && IsInside(scenario, step)
            && (!IsChange(scenario, steps, step) || TakesChanges(scenario, step)));

    /// <summary>Whether the file system is certain to take a change: it is writable, and no step did anything to it.</summary>
    private static bool TakesChanges(Scenario scenario, int step)
        => scenario.Setup.FileSystem is FileSystemState.Writable or FileSystemState.NoJournal
            && !scenario.Steps.Take(step).Any(before => before.IsByAnother);

    /// <summary>Whether the mapping permits the access; a forced write needs a mapping that could be made writable.</summary>
    private static bool IsPermitted(Scenario scenario, ImmutableArray<StepOutcome> steps, int step)
        => (scenario.Steps[step].Verb, MappingAt(scenario, steps, step)) switch
        {
            (Verb.Store or Verb.CopyIn, var mapping) => mapping is MappingKind.Shared or MappingKind.Private,
            (Verb.Force, var mapping) => mapping is MappingKind.Shared or MappingKind.Private or MappingKind.PrivateReadOnly,
            _ => true,
        };

    /// <summary>Whether the step is a write to the file: through a shared mapping that may write, or the second mapping.</summary>
    private static bool IsChange(Scenario scenario, ImmutableArray<StepOutcome> steps, int step) => scenario.Steps[step].Verb switch
    {
        Verb.OtherStore => true,
        Verb.Store or Verb.CopyIn or Verb.Force => MappingAt(scenario, steps, step) is MappingKind.Shared or MappingKind.SharedReadOnly,
        _ => false,
    };

    /// <summary>How the file is mapped when a step begins: the last mprotect that succeeded decides, but those of a child that ended.</summary>
    private static MappingKind MappingAt(Scenario scenario, ImmutableArray<StepOutcome> steps, int step)
    {
        var mapping = scenario.Setup.Mapping;
        var parent = mapping;
        for (var before = 0; before < step; before++)
        {
            parent = scenario.Steps[before].Verb == Verb.Fork ? mapping : parent;
            mapping = (scenario.Steps[before].Verb, mapping) switch
            {
                _ when steps[before].Result != StepResult.Ok => mapping,
                (Verb.ExitChild, _) => parent,
                (Verb.ProtectReadOnly, MappingKind.Shared) => MappingKind.SharedReadOnly,
                (Verb.ProtectReadOnly, MappingKind.Private) => MappingKind.PrivateReadOnly,
                (Verb.ProtectWritable, MappingKind.SharedReadOnly) => MappingKind.Shared,
                (Verb.ProtectWritable, MappingKind.PrivateReadOnly) => MappingKind.Private,
                _ => mapping,
            };
        }

        return mapping;
    }

    /// <summary>Whether the page is inside the mapping and the file: the last change of the file's length decides.</summary>
    private static bool IsInside(Scenario scenario, int step)
    {
        var isFirst = scenario.Steps[step].Place is Place.Target or Place.Near;
        if (scenario.Setup.Geometry == Geometry.Small && !isFirst)
        {
            return false;
        }

        for (var before = step - 1; before >= 0; before--)
        {
            if (scenario.Steps[before].Verb is Verb.Truncate or Verb.Extend)
            {
                return scenario.Steps[before].Verb == Verb.Extend;
            }
        }

        return isFirst || scenario.Setup.Length == FileLength.Full;
    }
}
