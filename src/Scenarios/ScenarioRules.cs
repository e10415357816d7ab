namespace Compare.Scenarios;

/// <summary>What may be combined with what.</summary>
public static class ScenarioRules
{
    /// <summary>Whether a mapping can exist on a file system in a given state. <c>open(O_RDWR)</c> of a file fails with EROFS on one that
    /// is read-only by then, so the two mappings of such a descriptor do not occur there.</summary>
    /// <param name="fileSystem">State of the file system.</param>
    /// <param name="mapping">Kind of the main mapping.</param>
    public static bool CanMap(FileSystemState fileSystem, MappingKind mapping)
        => !fileSystem.OpensReadOnly() || mapping is not (MappingKind.Shared or MappingKind.SharedReadOnly);

    /// <summary>Finds the first rule that a scenario breaks.</summary>
    /// <param name="setup">The world before the first step.</param>
    /// <param name="steps">What is done.</param>
    /// <returns>The column to blame and why, or null if the scenario is legal.</returns>
    public static BrokenRule? Check(WorldSetup setup, ImmutableArray<Step> steps)
    {
        if (!CanMap(setup.FileSystem, setup.Mapping))
        {
            var mapping = Axes.Mappings.Of(setup.Mapping);
            var state = Axes.FileSystems.Of(setup.FileSystem);
            var legal = Axes.Mappings.Values.Where(kind => CanMap(setup.FileSystem, kind)).Select(Axes.Mappings.Of);
            return new BrokenRule(
                "mapping",
                $"found '{mapping}' with fs '{state}', where no file can be opened for writing; expected one of {string.Join(", ", legal)}");
        }

        if (steps.IsDefaultOrEmpty)
        {
            return new BrokenRule("steps", "found no step, expected at least one");
        }

        var forks = 0;
        foreach (var step in steps)
        {
            forks += step.Verb == Verb.Fork ? 1 : 0;
            if (step.Verb == Verb.ExitChild && forks != 1)
            {
                return new BrokenRule("steps", forks == 0
                    ? "found 'exit-child' without a child, expected a 'fork' before it that no other 'exit-child' ends"
                    : "found 'exit-child' in a child of a child, expected at most one 'fork' before it that no other 'exit-child' ends");
            }

            forks -= step.Verb == Verb.ExitChild ? 1 : 0;
            if (step.Place != Place.Target && !step.NamesPage)
            {
                return new BrokenRule("steps", $"found a place at '{Axes.Verbs.Of(step.Verb)}': only an access, read and write name a page");
            }
        }

        return null;
    }
}

/// <summary>A rule that a scenario breaks.</summary>
/// <param name="Column">The column to blame.</param>
/// <param name="Problem">What was found and what was expected.</param>
public readonly record struct BrokenRule(string Column, string Problem);
